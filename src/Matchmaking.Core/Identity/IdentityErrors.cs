using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Core.Identity;

public static class IdentityErrors
{
    /// <summary>The link is too old, was used before, or was not copied whole: which of these, nobody is told.</summary>
    public static readonly Error LinkOver = new("identity.link-over");

    public static readonly Error WrongPassword = new("identity.wrong-password", Field: "CurrentPassword");

    public static readonly Error LockedOut = new("identity.locked-out", Field: "CurrentPassword");

    public static readonly Error PasswordGuessable = new("identity.password-guessable", Field: "Password");

    public static readonly Error PasswordTooShort = new(
        "identity.password-too-short",
        ErrorKind.Invalid,
        "Password",
        IdentityLimits.PasswordLeast
    );

    internal static IReadOnlyList<Error> From(IdentityResult result) => [.. result.Errors.Select(From)];

    /// <summary>Drops what was prepared for the save that did not come about.</summary>
    internal static Result Refuse(this AppDbContext db, IdentityResult refused)
    {
        db.ChangeTracker.Clear();
        return Result.Failure(From(refused));
    }

    private static Error From(IdentityError error) =>
        error.Code switch
        {
            nameof(IdentityErrorDescriber.InvalidToken) => LinkOver,
            nameof(IdentityErrorDescriber.PasswordMismatch) => WrongPassword,
            nameof(IdentityErrorDescriber.PasswordTooShort) => PasswordTooShort,
            nameof(PasswordGuessable) => PasswordGuessable,
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => Error.Stale,
            _ => throw new InvalidOperationException($"Unexpected answer of the user store: {error.Code} {error.Description}"),
        };
}

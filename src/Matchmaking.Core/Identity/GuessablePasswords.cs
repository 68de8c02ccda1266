using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Core.Identity;

/// <summary>Refuses what is tried first: the person's own mail name, and very few different characters.</summary>
public sealed class GuessablePasswords : IPasswordValidator<AppUser>
{
    private const int DistinctCharacters = 5;

    /// <summary>A shorter mail name stands inside ordinary words.</summary>
    private const int MailNameLength = 5;

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        var text = password ?? string.Empty;
        var mailName = user.Email?.Split('@')[0] ?? string.Empty;
        var guessable =
            text.Distinct().Count() < DistinctCharacters
            || (mailName.Length >= MailNameLength && text.Contains(mailName, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(
            guessable
                ? IdentityResult.Failed(new IdentityError { Code = nameof(IdentityErrors.PasswordGuessable) })
                : IdentityResult.Success
        );
    }
}

using Matchmaking.Core.Identity;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Web.Features.Identity.SignIn;

public enum SignInAnswer
{
    SignedIn,
    SecondStep,

    /// <summary>The password is right; the address is not confirmed yet.</summary>
    Unconfirmed,
    Locked,
    Refused,
}

/// <param name="Until">When it can be tried again, if locked.</param>
public sealed record SignInOutcome(SignInAnswer Answer, DateTimeOffset? Until = null);

/// <summary>Sign-in by mail address and password. Unknown addresses are answered as known ones are, in as much time.</summary>
public sealed class PasswordSignIn(UserManager<AppUser> users, SignInManager<AppUser> signIn, PhantomLockOut phantoms)
{
    private static readonly AppUser Nobody = new() { DisplayName = string.Empty };
    private static string? hashOfNobody;

    public async Task<SignInOutcome> ExecuteAsync(string email, string password, bool remember)
    {
        if (await users.FindByEmailAsync(email) is not { } user)
        {
            return await RefuseUnknownAsync(users.NormalizeEmail(email), password);
        }

        if (!user.EmailConfirmed)
        {
            return await CheckUnconfirmedAsync(user, password);
        }

        var result = await signIn.PasswordSignInAsync(user, password, remember, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => new SignInOutcome(SignInAnswer.SignedIn),
            { RequiresTwoFactor: true } => new SignInOutcome(SignInAnswer.SecondStep),
            { IsLockedOut: true } => new SignInOutcome(SignInAnswer.Locked, user.LockoutEnd),
            _ => new SignInOutcome(SignInAnswer.Refused),
        };
    }

    private async Task<SignInOutcome> CheckUnconfirmedAsync(AppUser user, string password)
    {
        if (!await users.IsLockedOutAsync(user))
        {
            if (await users.CheckPasswordAsync(user, password))
            {
                return new SignInOutcome(SignInAnswer.Unconfirmed);
            }

            await users.AccessFailedAsync(user);
        }

        return await users.IsLockedOutAsync(user)
            ? new SignInOutcome(SignInAnswer.Locked, user.LockoutEnd)
            : new SignInOutcome(SignInAnswer.Refused);
    }

    private async Task<SignInOutcome> RefuseUnknownAsync(string address, string password)
    {
        if (await phantoms.LockedUntilAsync(address) is { } locked)
        {
            return new SignInOutcome(SignInAnswer.Locked, locked);
        }

        hashOfNobody ??= users.PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        _ = users.PasswordHasher.VerifyHashedPassword(Nobody, hashOfNobody, password);
        return await phantoms.FailAsync(address) is { } until
            ? new SignInOutcome(SignInAnswer.Locked, until)
            : new SignInOutcome(SignInAnswer.Refused);
    }
}

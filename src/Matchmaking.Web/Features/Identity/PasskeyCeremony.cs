using System.Text.Json;
using Matchmaking.Core.Identity;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Web.Features.Identity;

/// <summary>
/// The two exchanges with an authenticator. The framework throws when no challenge is open in this browser, or when the answer is no JSON of the
/// expected form: both can be sent by anybody, so they are refusals here.
/// </summary>
public sealed class PasskeyCeremony(SignInManager<AppUser> signIn, ILogger<PasskeyCeremony> logger)
{
    public Task<SignInResult?> SignInAsync(string credential) => GuardAsync(() => signIn.PasskeySignInAsync(credential));

    public async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        var result = await GuardAsync(() => signIn.PerformPasskeyAttestationAsync(credential));
        if (result?.Failure is { } failure)
        {
            logger.LogInformation("A new passkey was refused: {Reason}", failure.Message);
        }

        return result;
    }

    private async Task<T?> GuardAsync<T>(Func<Task<T>> exchange)
        where T : class
    {
        try
        {
            return await exchange();
        }
        catch (Exception exception) when (exception is InvalidOperationException or JsonException or FormatException)
        {
            logger.LogInformation(exception, "The answer of an authenticator could not be read.");
            return null;
        }
    }
}

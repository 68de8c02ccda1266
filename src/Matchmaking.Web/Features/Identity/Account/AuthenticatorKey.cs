using Matchmaking.Web.Features.Shared;

namespace Matchmaking.Web.Features.Identity.Account;

/// <summary>The shared secret as it is shown: for a camera, and for typing.</summary>
internal static class AuthenticatorKey
{
    private const int Group = 4;

    public static AuthenticatorPage Show(string key, string account)
    {
        var address = $"otpauth://totp/Matchmaking:{Uri.EscapeDataString(account)}?secret={key}&issuer=Matchmaking&digits=6";
        var typed = string.Join(' ', key.Chunk(Group).Select(part => new string(part)));
        return new AuthenticatorPage(typed, QrCode.Of(address));
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Web.Security;

/// <summary>
/// When somebody last proved who they are, by a password or a passkey. It stands in the cookie: that renews itself without anybody, and this does
/// not.
/// </summary>
internal static class SignInAge
{
    private const string ProvenAt = "proven-at";

    /// <summary>So long after it nothing is asked again: an unlocked screen is then hardly somebody else's.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>A cookie that is written anew for the same sign-in keeps its time.</summary>
    public static void Mark(AuthenticationProperties properties, DateTimeOffset now) =>
        properties.Items.TryAdd(ProvenAt, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Null where nobody is signed in by a cookie of this site.</summary>
    public static async Task<DateTimeOffset?> ProvenAtAsync(this HttpContext context) =>
        (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.Items.TryGetValue(ProvenAt, out var text) == true
            ? Read(text)
            : null;

    public static async Task<bool> IsFreshAsync(this HttpContext context, TimeProvider clock) =>
        await context.ProvenAtAsync() is { } proven && clock.GetUtcNow() - proven < Fresh;

    /// <summary>The sign-in page for somebody who is signed in and stays so.</summary>
    public static string AgainAt(string returnUrl) => $"/sign-in?again=true&returnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <returns>Null for what is no number of milliseconds.</returns>
    public static DateTimeOffset? Read(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
        && time <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(time)
            : null;
}

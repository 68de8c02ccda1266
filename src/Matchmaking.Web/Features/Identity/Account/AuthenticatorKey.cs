using System.Globalization;
using System.Text;
using QRCoder;

namespace Matchmaking.Web.Features.Identity.Account;

/// <summary>The shared secret as it is shown: for a camera, and for typing.</summary>
internal static class AuthenticatorKey
{
    private const int Group = 4;

    public static AuthenticatorPage Show(string key, string account)
    {
        var address = $"otpauth://totp/Matchmaking:{Uri.EscapeDataString(account)}?secret={key}&issuer=Matchmaking&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var typed = string.Join(' ', key.Chunk(Group).Select(part => new string(part)));
        return new AuthenticatorPage(typed, PathOf(code), code.ModuleMatrix.Count);
    }

    /// <summary>One rectangle for each run of dark squares in a row.</summary>
    private static string PathOf(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var start = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return path.ToString();
    }
}

using System.Globalization;
using System.Text;
using QRCoder;

namespace Matchmaking.Web.Features.Shared;

/// <summary>An address as a camera reads it.</summary>
/// <param name="Path">The dark squares as the path of an SVG, in squares.</param>
/// <param name="Size">Squares a side, with the quiet zone.</param>
public sealed record QrCode(string Path, int Size)
{
    public static QrCode Of(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return new QrCode(PathOf(code), code.ModuleMatrix.Count);
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

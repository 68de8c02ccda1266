using System.Globalization;
using System.Runtime.InteropServices;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>A heading of the nomenclature under which the thing of a text may fall.</summary>
/// <param name="Number">Its four digits.</param>
/// <param name="Weight">How surely, at most 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LikelyHeading(ushort Number, float Weight)
{
    /// <param name="cosine">Of the text with what is nearest to it.</param>
    /// <param name="even">The cosine at which the heading is as likely right as not.</param>
    /// <param name="step">How slowly that changes.</param>
    /// <returns>In (0, 1).</returns>
    internal static float Sureness(float cosine, float even, float step) => 1 / (1 + MathF.Exp((even - cosine) / step));

    public string Code => Number.ToString("D4", CultureInfo.InvariantCulture);
}

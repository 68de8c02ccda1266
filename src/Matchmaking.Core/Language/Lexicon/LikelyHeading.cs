using System.Globalization;
using System.Runtime.InteropServices;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>A heading of the nomenclature under which the thing of a text may fall.</summary>
/// <param name="Number">Its four digits.</param>
/// <param name="Weight">How surely, at most 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LikelyHeading(ushort Number, float Weight)
{
    public string Code => Number.ToString("D4", CultureInfo.InvariantCulture);
}

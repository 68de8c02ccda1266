using System.Globalization;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>The headings of the nomenclature by what their short names mean.</summary>
public sealed class HeadingNames
{
    /// <summary>A text falls under one; the next ones are kept in case that the first is wrong.</summary>
    private const int Most = 3;

    /// <summary>Of what is near by the signs alone.</summary>
    private const int Examined = 96;

    /// <summary>The cosine at which a text is as likely of a heading as not, and how steeply that changes; set on held-out tariff texts.</summary>
    private const float EvenCosine = 0.65f;

    private const float CosineStep = 0.06f;

    private readonly VectorRows rows;

    public HeadingNames(LearntLexicon lexicon) => rows = new VectorRows([.. Codes.Select(Names)], lexicon);

    /// <summary>Four digits each, rising.</summary>
    internal static IReadOnlyList<string> Codes { get; } =
    [.. HsNomenclature.Entries.Where(entry => entry.Code.Length == 4).Select(entry => entry.Code)];

    internal static IReadOnlyList<ushort> Numbers { get; } = [.. Codes.Select(code => ushort.Parse(code, CultureInfo.InvariantCulture))];

    /// <summary>In the three languages.</summary>
    internal static string[] Names(string code) => [.. LanguageCodes.All.Select(language => HsNomenclature.Name(code, language))];

    /// <summary>Quick, for each text that is indexed; what says no word like a name is found by <see cref="HeadingNeighbours"/>.</summary>
    /// <returns>The likeliest first.</returns>
    public IReadOnlyList<LikelyHeading> Of(QuantizedVector meaning)
    {
        Span<NearRow> near = stackalloc NearRow[Examined];
        near = near[..rows.Nearest(meaning, near)];
        var found = new LikelyHeading[Math.Min(Most, near.Length)];
        var nearest = 0f;
        for (var place = 0; place < found.Length; place++)
        {
            var best = 0;
            for (var row = 1; row < near.Length; row++)
            {
                best = near[row].Cosine > near[best].Cosine ? row : best;
            }

            var (heading, cosine) = near[best];
            nearest = place == 0 ? cosine : nearest;
            var sure = LikelyHeading.Sureness(nearest, EvenCosine, CosineStep);
            found[place] = new LikelyHeading(Numbers[heading], sure * MathF.Exp((cosine - nearest) / CosineStep));
            near[best] = new NearRow(heading, float.MinValue);
        }

        return found;
    }
}

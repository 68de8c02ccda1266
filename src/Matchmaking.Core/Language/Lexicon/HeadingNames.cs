using System.Buffers;
using System.Globalization;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>The headings of the nomenclature by what their short names mean, and by what the lexicon was told of them.</summary>
public sealed class HeadingNames
{
    /// <summary>A text falls under one; the next ones are kept in case that the first is wrong.</summary>
    private const int Most = 3;

    /// <summary>The cosine at which a text is as likely of a heading as not, and how steeply that changes; set on held-out tariff texts.</summary>
    private const float EvenCosine = 0.65f;

    private const float CosineStep = 0.06f;

    private readonly VectorRows rows;

    /// <summary>Of each row.</summary>
    private readonly ushort[] numbers;

    public HeadingNames(LearntLexicon lexicon)
    {
        numbers = [.. Numbers, .. lexicon.Headings.Select(heading => heading.Number)];
        rows = new VectorRows(lexicon, [.. Codes.Select(Names)], [.. lexicon.Headings.Select(heading => heading.Meaning)]);
    }

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
        var rented = ArrayPool<NearRow>.Shared.Rent(rows.Count);
        var near = rented.AsSpan(0, rows.Near(meaning, rented));
        var found = new List<LikelyHeading>(Most);
        var nearest = 0f;
        while (found.Count < Most && Take(near) is { } row)
        {
            var number = numbers[row.Place];
            if (!found.Exists(heading => heading.Number == number))
            {
                nearest = found.Count == 0 ? row.Cosine : nearest;
                var sure = LikelyHeading.Sureness(nearest, EvenCosine, CosineStep);
                found.Add(new LikelyHeading(number, sure * MathF.Exp((row.Cosine - nearest) / CosineStep)));
            }
        }

        ArrayPool<NearRow>.Shared.Return(rented);
        return found;
    }

    /// <summary>The nearest that was not taken yet.</summary>
    private static NearRow? Take(Span<NearRow> near)
    {
        var best = -1;
        for (var place = 0; place < near.Length; place++)
        {
            best = near[place].Cosine > (best < 0 ? float.MinValue : near[best].Cosine) ? place : best;
        }

        if (best < 0)
        {
            return null;
        }

        var taken = near[best];
        near[best] = taken with { Cosine = float.MinValue };
        return taken;
    }
}

using System.Buffers;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>
/// The headings under which the thing of a text falls, by what is known to fall there and lies near: concepts of the glossary, goods of
/// the index, and the headings' own names. Each speaks for its heading, the louder the nearer it is, so that a word that nobody has
/// written down finds its heading among its like.
/// </summary>
public sealed class HeadingNeighbours
{
    private const int Most = 5;

    /// <summary>What lies further off says nothing of the thing.</summary>
    private const float LeastCosine = 0.2f;

    /// <summary>By which a neighbour's voice grows e-fold; chosen on concepts that the lexicon had not seen.</summary>
    private const float VoiceStep = 0.08f;

    /// <summary>The cosine of the nearest at which its heading is as likely right as not, and how steeply that changes; set by eye.</summary>
    private const float EvenCosine = 0.4f;

    private const float CosineStep = 0.07f;

    private readonly VectorRows rows;

    /// <summary>For each row, the place of its heading.</summary>
    private readonly int[] headings;

    public HeadingNeighbours(ConceptGlossary glossary, LearntLexicon lexicon)
    {
        (string Code, string[] Names)[] known =
        [
            .. glossary.Concepts.Where(concept => concept.HsCodes.Count > 0).Select(concept => (concept.HsCodes[0][..4], Clear(concept))),
            .. GoodsIndex.Lines.SelectMany(line => Clear(line), (line, name) => (line.Id, new[] { name })),
            .. HeadingNames.Codes.Select(code => (code, HeadingNames.Names(code))),
        ];
        var places = HeadingNames.Codes.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        headings = Array.ConvertAll(known, item => places[item.Code]);
        rows = new VectorRows(Array.ConvertAll(known, item => item.Names), lexicon);
    }

    /// <param name="meaning">A vector of <see cref="MeaningSpace"/>.</param>
    /// <returns>The likeliest first.</returns>
    public IReadOnlyList<LikelyHeading> Of(QuantizedVector meaning)
    {
        var cosines = ArrayPool<float>.Shared.Rent(rows.Count);
        try
        {
            return rows.Compare(meaning, cosines) ? Loudest(cosines.AsSpan(0, rows.Count)) : [];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(cosines);
        }
    }

    private IReadOnlyList<LikelyHeading> Loudest(ReadOnlySpan<float> cosines)
    {
        var voices = new float[HeadingNames.Codes.Count];
        var nearest = 0f;
        for (var row = 0; row < cosines.Length; row++)
        {
            if (cosines[row] > LeastCosine)
            {
                voices[headings[row]] += MathF.Exp((cosines[row] - 1) / VoiceStep);
                nearest = MathF.Max(nearest, cosines[row]);
            }
        }

        var sure = LikelyHeading.Sureness(nearest, EvenCosine, CosineStep);
        var loudest = voices.Max();
        return
        [
            .. voices
                .Index()
                .Where(voice => voice.Item > 0)
                .OrderByDescending(voice => voice.Item)
                .Take(Most)
                .Select(voice => new LikelyHeading(HeadingNames.Numbers[voice.Index], sure * voice.Item / loudest)),
        ];
    }

    private static string[] Clear(Concept concept) =>
        [.. LanguageCodes.All.SelectMany(concept.TermsIn).Where(term => !term.IsAmbiguous).Select(term => term.Text)];
}

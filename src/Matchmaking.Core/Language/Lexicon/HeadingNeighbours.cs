using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
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

    /// <summary>By which a neighbour's voice grows e-fold; chosen on concepts that the lexicon had not seen.</summary>
    private const float VoiceStep = 0.08f;

    /// <summary>The cosine of the nearest at which its heading is as likely right as not, and how steeply that changes; set by eye.</summary>
    private const float EvenCosine = 0.4f;

    private const float CosineStep = 0.07f;

    /// <summary>Of the shipped glossary, by lexicon: one for the whole process, however many hosts it has.</summary>
    private static readonly ConditionalWeakTable<LearntLexicon, Lazy<HeadingNeighbours>> OfShipped = [];

    private readonly VectorRows rows;

    /// <summary>For each row, the place of its heading.</summary>
    private readonly int[] headings;

    private HeadingNeighbours(ConceptGlossary glossary, LearntLexicon lexicon)
    {
        (string Code, string[] Names)[] known =
        [
            .. glossary.Concepts.Where(concept => concept.HsCodes.Count > 0).Select(concept => (concept.HsCodes[0][..4], Clear(concept))),
            .. GoodsIndex.Lines.SelectMany(line => Clear(line), (line, name) => (line.Id, new[] { name })),
            .. HeadingNames.Codes.Select(code => (code, HeadingNames.Names(code))),
        ];
        var places = HeadingNames.Codes.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        headings = Array.ConvertAll(known, item => places[item.Code]);
        rows = new VectorRows(lexicon, Array.ConvertAll(known, item => item.Names));
    }

    public static HeadingNeighbours For(ConceptGlossary glossary, LearntLexicon lexicon) =>
        ReferenceEquals(glossary, ConceptGlossary.Shipped)
            ? OfShipped
                .GetValue(lexicon, static key => new Lazy<HeadingNeighbours>(() => new HeadingNeighbours(ConceptGlossary.Shipped, key)))
                .Value
            : new HeadingNeighbours(glossary, lexicon);

    /// <param name="meaning">A vector of <see cref="MeaningSpace"/>.</param>
    /// <returns>The likeliest first.</returns>
    public IReadOnlyList<LikelyHeading> Of(QuantizedVector meaning)
    {
        var near = ArrayPool<NearRow>.Shared.Rent(rows.Count);
        var voices = ArrayPool<float>.Shared.Rent(HeadingNames.Codes.Count);
        try
        {
            var found = rows.Near(meaning, near);
            return Loudest(near.AsSpan(0, found), voices.AsSpan(0, HeadingNames.Codes.Count));
        }
        finally
        {
            ArrayPool<NearRow>.Shared.Return(near);
            ArrayPool<float>.Shared.Return(voices);
        }
    }

    private LikelyHeading[] Loudest(ReadOnlySpan<NearRow> near, Span<float> voices)
    {
        voices.Clear();
        var nearest = 0f;
        foreach (var row in near)
        {
            if (row.Cosine > VectorRows.LeastCosine)
            {
                voices[headings[row.Place]] += MathF.Exp((row.Cosine - 1) / VoiceStep);
                nearest = MathF.Max(nearest, row.Cosine);
            }
        }

        var sure = LikelyHeading.Sureness(nearest, EvenCosine, CosineStep);
        var found = new List<LikelyHeading>(Most);
        // The mean of the loudest and of all: a text whose neighbours disagree is sure of none, one among many like it still says something.
        var heard = MathF.Sqrt(TensorPrimitives.Max<float>(voices) * TensorPrimitives.Sum<float>(voices));
        while (found.Count < Most && TensorPrimitives.IndexOfMax<float>(voices) is var place && voices[place] > 0)
        {
            found.Add(new LikelyHeading(HeadingNames.Numbers[place], sure * voices[place] / heard));
            voices[place] = 0;
        }

        return [.. found];
    }

    private static string[] Clear(Concept concept) =>
        [.. LanguageCodes.All.SelectMany(concept.TermsIn).Where(term => !term.IsAmbiguous).Select(term => term.Text)];
}

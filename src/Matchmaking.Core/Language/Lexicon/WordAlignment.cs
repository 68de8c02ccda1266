using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Matchmaking.Core.Language.Lexicon;

/// <param name="Left">Where it stands in the left text, in UTF-16 units.</param>
/// <param name="Right">Where it stands in the right text.</param>
/// <param name="Likeness">Cosine of the two words' learnt vectors.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AlignedWords(Range Left, Range Right, float Likeness);

/// <summary>The words and pieces of a text, each with what it means.</summary>
public sealed class AlignableText
{
    internal AlignableText(IReadOnlyList<Unit> units) => Units = units;

    internal IReadOnlyList<Unit> Units { get; }

    internal sealed record Unit(int Start, int End, float[] Vector);
}

/// <summary>
/// Says which words of one text translate which of another, by the vectors learnt for their pieces. What is not alike enough is left
/// out: it names reasons, and a wrong reason is worse than none.
/// </summary>
public sealed class WordAlignment(LearntLexicon lexicon)
{
    /// <summary>Below it two words are neighbours at best ("electrode", "electrolyte").</summary>
    private const float LeastLikeness = 0.6f;

    private const int LongestUnit = 5;
    private const int MostUnits = 160;

    private readonly WordVectors words = new(lexicon);

    /// <summary>For whoever aligns a text with several others.</summary>
    public AlignableText Read(string text) => new(Units(text));

    /// <returns>Without overlaps on either side, the most alike first.</returns>
    public IReadOnlyList<AlignedWords> Align(string left, string right) => Align(Read(left), Read(right));

    /// <returns>Without overlaps on either side, the most alike first.</returns>
    public static IReadOnlyList<AlignedWords> Align(AlignableText left, AlignableText right)
    {
        var found = new List<AlignedWords>();
        foreach (var one in left.Units)
        {
            foreach (var other in right.Units)
            {
                var likeness = TensorPrimitives.Dot<float>(one.Vector, other.Vector);
                if (likeness >= LeastLikeness)
                {
                    found.Add(new AlignedWords(one.Start..one.End, other.Start..other.End, likeness));
                }
            }
        }

        var chosen = new List<AlignedWords>();
        // A longer word is told apart from more others than its pieces are: length breaks near-ties.
        foreach (var pair in found.OrderByDescending(pair => pair.Likeness + 0.02f * (Length(pair.Left) + Length(pair.Right))))
        {
            if (!chosen.Exists(taken => Overlap(taken.Left, pair.Left) || Overlap(taken.Right, pair.Right)))
            {
                chosen.Add(pair);
            }
        }

        return chosen;
    }

    private static int Length(Range range) => range.End.Value - range.Start.Value;

    private static bool Overlap(Range one, Range other) => one.Start.Value < other.End.Value && other.Start.Value < one.End.Value;

    private List<AlignableText.Unit> Units(string text)
    {
        var units = new List<AlignableText.Unit>();
        var tokens = Tokenizer.Tokenize(text);
        var fillers = tokens.Where(token => token.Kind == TokenKind.Filler).ToList();
        foreach (var range in tokens.Where(IsContent).Select(token => (token.Start, token.End)).Distinct())
        {
            Add(range.Start, range.End);
            if (units.Count >= MostUnits)
            {
                return units;
            }
        }

        foreach (var (start, end) in HanRunsOf(text))
        {
            for (var length = 3; length <= LongestUnit; length++)
            {
                for (var from = start; from + length <= end && units.Count < MostUnits; from++)
                {
                    if (!fillers.Exists(filler => filler.Start < from + length && from < filler.End))
                    {
                        Add(from, from + length);
                    }
                }
            }
        }

        return units;

        void Add(int start, int end)
        {
            if (words.Of(text.AsSpan(start, end - start)) is { } vector)
            {
                units.Add(new AlignableText.Unit(start, end, vector));
            }
        }
    }

    private static bool IsContent(Token token) => token.Kind is TokenKind.Word or TokenKind.Pair && token.End - token.Start >= 2;

    private static IEnumerable<(int Start, int End)> HanRunsOf(string text)
    {
        for (var position = 0; position < text.Length; position++)
        {
            var end = position;
            while (end < text.Length && text[end] is >= '\u3400' and <= '\u9FFF')
            {
                end++;
            }

            if (end > position)
            {
                yield return (position, end);
                position = end;
            }
        }
    }
}

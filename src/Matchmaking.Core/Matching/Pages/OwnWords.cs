using System.Runtime.InteropServices;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>
/// The words of one of my listings that say something where another listing has them too. They are numbered once, so that the words of
/// the many listings it is paired with are looked up and not gathered.
/// </summary>
internal sealed class OwnWords
{
    /// <summary>Words that nearly all firms use are shared and mean nothing.</summary>
    private const float LeastRarity = 0.25f;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<PlacedWord> inTitle;
    private readonly List<PlacedWord> inText;

    public OwnWords(ReadListing mine, TermStatistics statistics)
    {
        foreach (var token in mine.Title.Tokens.Concat(mine.Text.Tokens))
        {
            if (token.Weight > 0 && statistics.Rarity(token.Text) >= LeastRarity && TellingWords.Says(token.Text))
            {
                numbers.TryAdd(token.Text, numbers.Count);
            }
        }

        (inTitle, inText) = (Find(mine.Title.Tokens), Find(mine.Text.Tokens));
    }

    public SharedWords SharedWith(ReadListing theirs)
    {
        var said = new bool[numbers.Count];
        var (title, text) = (Find(theirs.Title.Tokens, said), Find(theirs.Text.Tokens, said));
        return new SharedWords(
            new MarkedRanges(Ranges(inTitle, said), Ranges(inText, said)),
            new MarkedRanges(Ranges(title, said), Ranges(text, said))
        );
    }

    /// <param name="said">Set, by number, for the words that say something there too; null where nobody asks.</param>
    private List<PlacedWord> Find(IReadOnlyList<Token> tokens, bool[]? said = null)
    {
        var found = new List<PlacedWord>();
        for (var place = 0; place < tokens.Count; place++)
        {
            var token = tokens[place];
            if (numbers.TryGetValue(token.Text, out var number))
            {
                found.Add(new PlacedWord(number, token.Start, token.End));
                if (said is not null && token.Weight > 0)
                {
                    said[number] = true;
                }
            }
        }

        return found;
    }

    private static List<TextRange> Ranges(List<PlacedWord> words, bool[] said)
    {
        var ranges = new List<TextRange>();
        foreach (var word in words)
        {
            if (said[word.Number])
            {
                ranges.Add(new TextRange(word.Start, word.End));
            }
        }

        return ranges;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct PlacedWord(int Number, int Start, int End);
}

/// <summary>Where the words stand that two listings share, in no order.</summary>
internal sealed record SharedWords(MarkedRanges Mine, MarkedRanges Theirs);

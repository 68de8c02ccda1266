using System.Globalization;
using System.Text;

namespace Matchmaking.Core.Language;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>
/// The difference of two texts as a person would mark it: word by word, digit group by digit group, and Han characters one by one.
/// </summary>
public static class TextDiff
{
    /// <summary>Beyond so many edits the text was written anew, and marks on single words would say nothing.</summary>
    private const int EditLimit = 800;

    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var (old, fresh) = (Split(before), Split(after));
        var start = 0;
        while (start < old.Count && start < fresh.Count && old[start] == fresh[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Count - start && end < fresh.Count - start && old[^(end + 1)] == fresh[^(end + 1)])
        {
            end++;
        }

        var parts = old.Take(start).Select(word => new DiffPart(DiffKind.Same, word)).ToList();
        parts.AddRange(Middle(old[start..^end], fresh[start..^end]));
        parts.AddRange(old.Skip(old.Count - end).Select(word => new DiffPart(DiffKind.Same, word)));
        return Joined(Readable(Joined(parts)));
    }

    /// <summary>The shortest edit (Myers 1986): for each number of edits, the furthest point reached on each diagonal.</summary>
    private static List<DiffPart> Middle(List<string> old, List<string> fresh)
    {
        var furthest = new Dictionary<int, int> { [1] = 0 };
        var trace = new List<Dictionary<int, int>>();
        for (var edits = 0; edits <= Math.Min(EditLimit, old.Count + fresh.Count); edits++)
        {
            trace.Add(new Dictionary<int, int>(furthest));
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = GoesDown(furthest, diagonal, edits) ? furthest[diagonal + 1] : furthest[diagonal - 1] + 1;
                while (x < old.Count && x - diagonal < fresh.Count && old[x] == fresh[x - diagonal])
                {
                    x++;
                }

                furthest[diagonal] = x;
                if (x >= old.Count && x - diagonal >= fresh.Count)
                {
                    return WayBack(trace, old, fresh);
                }
            }
        }

        return [.. old.Select(word => new DiffPart(DiffKind.Removed, word)), .. fresh.Select(word => new DiffPart(DiffKind.Added, word))];
    }

    private static bool GoesDown(Dictionary<int, int> furthest, int diagonal, int edits) =>
        diagonal == -edits || (diagonal != edits && furthest[diagonal - 1] < furthest[diagonal + 1]);

    private static List<DiffPart> WayBack(List<Dictionary<int, int>> trace, List<string> old, List<string> fresh)
    {
        var parts = new List<DiffPart>();
        var (x, y) = (old.Count, fresh.Count);
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var diagonal = x - y;
            var down = GoesDown(trace[edits], diagonal, edits);
            var afterEdit = down ? trace[edits][diagonal + 1] : trace[edits][diagonal - 1] + 1;
            while (x > afterEdit)
            {
                parts.Add(new DiffPart(DiffKind.Same, old[--x]));
                y--;
            }

            if (edits > 0)
            {
                parts.Add(down ? new DiffPart(DiffKind.Added, fresh[--y]) : new DiffPart(DiffKind.Removed, old[--x]));
            }
        }

        parts.Reverse();
        return parts;
    }

    /// <summary>Neighbours of one kind become one part; between two equal parts, what was removed comes first.</summary>
    private static List<DiffPart> Joined(IEnumerable<DiffPart> parts)
    {
        var joined = new List<DiffPart>();
        var (removed, added) = (new StringBuilder(), new StringBuilder());
        void Flush()
        {
            if (removed.Length > 0)
            {
                joined.Add(new DiffPart(DiffKind.Removed, removed.ToString()));
            }

            if (added.Length > 0)
            {
                joined.Add(new DiffPart(DiffKind.Added, added.ToString()));
            }

            removed.Clear();
            added.Clear();
        }

        foreach (var part in parts)
        {
            if (part.Kind == DiffKind.Same)
            {
                Flush();
                var continues = joined.Count > 0 && joined[^1].Kind == DiffKind.Same;
                var same = continues ? joined[^1] with { Text = joined[^1].Text + part.Text } : part;
                joined.RemoveRange(joined.Count - (continues ? 1 : 0), continues ? 1 : 0);
                joined.Add(same);
            }
            else
            {
                (part.Kind == DiffKind.Removed ? removed : added).Append(part.Text);
            }
        }

        Flush();
        return joined;
    }

    /// <summary>A blank or a comma that happens to be equal inside a rewritten passage is no anchor for the eye.</summary>
    private static IEnumerable<DiffPart> Readable(List<DiffPart> parts)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            var part = parts[index];
            if (
                part.Kind == DiffKind.Same
                && index > 0
                && index < parts.Count - 1
                && part.Text.Length <= 2
                && !part.Text.Contains('\n')
                && part.Text.All(character => !char.IsLetterOrDigit(character))
                && HasBoth(parts, index - 1, -1)
                && HasBoth(parts, index + 1, 1)
            )
            {
                yield return part with
                {
                    Kind = DiffKind.Removed,
                };
                yield return part with
                {
                    Kind = DiffKind.Added,
                };
            }
            else
            {
                yield return part;
            }
        }
    }

    private static bool HasBoth(List<DiffPart> parts, int index, int direction)
    {
        var next = index + direction;
        return next >= 0 && next < parts.Count && parts[next].Kind != DiffKind.Same && parts[index].Kind != DiffKind.Same;
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var last = WordClass.Other;
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext(); )
        {
            var element = elements.GetTextElement();
            var now = Rune.TryGetRuneAt(element, 0, out var rune) ? ClassOf(rune) : WordClass.Other;
            if (word.Length > 0 && (now != last || now == WordClass.Other))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(element);
            last = now;
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static WordClass ClassOf(Rune rune) =>
        rune.Value switch
        {
            >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 => WordClass.Other,
            _ when Rune.IsDigit(rune) => WordClass.Digits,
            >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F or >= 0xAC00 and <= 0xD7A3 => WordClass.Hangul,
            _ when Rune.IsLetter(rune) => WordClass.Letters,
            _ => WordClass.Other,
        };

    /// <summary>Runs of the first three are one word; of the rest, each character stands alone.</summary>
    private enum WordClass
    {
        Other,
        Digits,
        Hangul,
        Letters,
    }
}

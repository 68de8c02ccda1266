using System.Numerics.Tensors;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>
/// What words mean, as the lexicon reads them by themselves. The words of titles come again and again: those read last are kept, each as
/// long as no other takes its place. For all threads.
/// </summary>
internal sealed class WordVectors(LearntLexicon lexicon)
{
    /// <summary>With 256 dimensions some nine megabytes when all places are taken.</summary>
    private const int Places = 8192;

    private readonly Word?[] kept = new Word?[Places];

    /// <returns>Of length 1, not to be changed; null for a word of which nothing is known.</returns>
    public float[]? Of(ReadOnlySpan<char> word)
    {
        ref var place = ref kept[string.GetHashCode(word, StringComparison.Ordinal) & (Places - 1)];
        var found = Volatile.Read(ref place);
        if (found is null || !word.SequenceEqual(found.Text))
        {
            var text = word.ToString();
            var vector = lexicon.Embed(text);
            found = new Word(text, TensorPrimitives.Norm<float>(vector) > 0 ? vector : null);
            Volatile.Write(ref place, found);
        }

        return found.Vector;
    }

    private sealed record Word(string Text, float[]? Vector);
}

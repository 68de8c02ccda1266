using System.Security.Cryptography;
using System.Text;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;

namespace Matchmaking.Core.Matching.Vectors;

/// <summary>One vector of a listing's title and text.</summary>
public static class ListingEncoding
{
    /// <summary>The title names the thing itself; the text counts as its words do.</summary>
    private const float TextShare = 0.4f;

    /// <returns>Null where there is no encoder.</returns>
    public static QuantizedVector? Of(ITextEncoder encoder, ListingContent content)
    {
        if (encoder.Dimensions == 0)
        {
            return null;
        }

        var sum = encoder.Encode(content.Title);
        if (string.IsNullOrWhiteSpace(content.Text))
        {
            return QuantizedVector.Of(sum);
        }

        var text = encoder.Encode(content.Text);
        for (var index = 0; index < sum.Length; index++)
        {
            sum[index] += TextShare * text[index];
        }

        // Never 0: the text's share is too small to take a title of unit length away.
        var length = MathF.Sqrt(sum.Sum(value => value * value));
        return QuantizedVector.Of(Array.ConvertAll(sum, value => value / length));
    }

    public static TextMeaning Read(MeaningSpace meanings, ListingContent content) => Read(meanings, content, Of(meanings.Encoder, content));

    /// <param name="encoded">What the encoder made of it; null without one.</param>
    public static TextMeaning Read(MeaningSpace meanings, ListingContent content, QuantizedVector? encoded) =>
        meanings.Read(content.Title, content.Text, encoded?.ToFloats());

    /// <summary>Of all that the vector is made from but the encoder.</summary>
    public static byte[] Hash(ListingContent content) => SHA256.HashData(Encoding.UTF8.GetBytes($"{content.Title}\0{content.Text}"));
}

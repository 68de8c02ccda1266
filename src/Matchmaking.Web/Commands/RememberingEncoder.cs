using System.Collections.Concurrent;
using Matchmaking.Core.Language;

namespace Matchmaking.Web.Commands;

/// <summary>Encodes no text twice: training and measuring ask for the same ones again and again.</summary>
internal sealed class RememberingEncoder(ITextEncoder encoder) : ITextEncoder
{
    private readonly ConcurrentDictionary<string, float[]> known = new(StringComparer.Ordinal);

    public string Id => encoder.Id;

    public int Dimensions => encoder.Dimensions;

    public float[] Encode(string text) => [.. known.GetOrAdd(text, encoder.Encode)];
}

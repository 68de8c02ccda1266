using System.Text;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>
/// A term in four bytes, the same on every machine and in every index. Two terms of one firm share a key less than once in a million
/// pairs, and all that comes of it is a word counted that is not there; marks and reasons are made from the texts.
/// </summary>
internal static class TermKey
{
    public static uint Of(string term)
    {
        Span<byte> bytes = stackalloc byte[256];
        // Terms are at most 64 UTF-16 units long.
        var written = Encoding.UTF8.GetBytes(term, bytes);
        var hash = 14695981039346656037UL;
        foreach (var unit in bytes[..written])
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return (uint)(hash ^ (hash >> 32));
    }
}

using System.Runtime.InteropServices;
using Matchmaking.Core.Language;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>A vector of bytes as the server takes it: two hexadecimal digits a dimension, half as long as numbers.</summary>
internal static class VectorText
{
    public static string Of(QuantizedVector vector) => Convert.ToHexStringLower(MemoryMarshal.AsBytes(vector.Values));

    /// <summary>Of the index's length, and of a direction: the server refuses a cosine with nothing.</summary>
    public static bool IsComparable(QuantizedVector vector, int dimensions) =>
        vector.Dimensions == dimensions && vector.Values.ContainsAnyExcept((sbyte)0);
}

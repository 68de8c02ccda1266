namespace Matchmaking.Core.Common;

/// <summary>One page of a list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Total">Items on all pages together.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    public int Count => Math.Max(1, (Total + Size - 1) / Size);
}

using Matchmaking.Core.Common;

namespace Matchmaking.Core.Terms;

/// <summary>Two listings that met, of which an agency has said that they do not mean the same.</summary>
public sealed class DismissedPair
{
    private DismissedPair() { }

    public ListingId First { get; private init; }

    public ListingId Second { get; private init; }

    public DateTime At { get; private init; }

    public Guid By { get; private init; }

    public static DismissedPair Of(ListingId first, ListingId second, Guid by, DateTime at) =>
        new()
        {
            First = first,
            Second = second,
            At = at,
            By = by,
        };
}

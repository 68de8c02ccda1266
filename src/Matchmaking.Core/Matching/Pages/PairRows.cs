using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>
/// The pairs of a page's firms as people read them: both texts with the shared words marked, and the reasons. One page shows a text in
/// several pairs, and cuts it into words once.
/// </summary>
public sealed class PairRows(RankedFirms ranked, FirmText me, DateTime now)
{
    private readonly TextMarks marks = new();

    public IReadOnlyList<PairRow> Of(RankedFirm partner, FirmText them, DirectionScore direction)
    {
        var theirs = them.Listings.ToDictionary(listing => listing.Id);
        return
        [
            .. direction
                // A listing may have been withdrawn since it was indexed.
                .Pairs.Where(pair => theirs.ContainsKey(partner.Profile.Listings[pair.Theirs].Id))
                .Select(pair => Pair(pair, me.Listings[pair.Mine], theirs[partner.Profile.Listings[pair.Theirs].Id], partner.Profile)),
        ];
    }

    private PairRow Pair(PairScore pair, ListingText mine, ListingText theirs, MatchProfile profile)
    {
        var shared = marks.Shared(mine.Content, theirs.Content, ranked.Statistics);
        var own = Matched(mine, shared);
        var words = own
            .TitleMarks.Select(mark => own.Title[mark.Start..mark.End])
            .Concat(own.TextMarks.Select(mark => own.Text[mark.Start..mark.End]))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return new PairRow(Matched(theirs, shared), own, pair.Signals.Score, Reasons.Of(pair, ranked.Mine, profile, mine, [.. words], now));
    }

    private MatchedListing Matched(ListingText listing, IReadOnlySet<string> shared) =>
        new(
            listing.Id,
            listing.Content.Language,
            listing.Content.Title,
            listing.Content.Text,
            marks.Of(listing.Content.Title, shared),
            marks.Of(listing.Content.Text, shared)
        );
}

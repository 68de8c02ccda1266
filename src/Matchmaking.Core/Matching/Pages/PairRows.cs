using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>The pairs of one direction as people read them: both texts with the shared words marked, and the reasons.</summary>
public static class PairRows
{
    public static IReadOnlyList<PairRow> Of(
        RankedFirms ranked,
        FirmText me,
        RankedFirm partner,
        FirmText them,
        DirectionScore direction,
        DateTime now
    )
    {
        var theirs = them.Listings.ToDictionary(listing => listing.Id);
        return
        [
            .. direction
                // A listing may have been withdrawn since it was indexed.
                .Pairs.Where(pair => theirs.ContainsKey(partner.Profile.Listings[pair.Theirs].Id))
                .Select(pair =>
                    Pair(ranked, pair, me.Listings[pair.Mine], theirs[partner.Profile.Listings[pair.Theirs].Id], partner.Profile, now)
                ),
        ];
    }

    private static PairRow Pair(
        RankedFirms ranked,
        PairScore pair,
        ListingText mine,
        ListingText theirs,
        MatchProfile profile,
        DateTime now
    )
    {
        var shared = TextMarks.Shared(mine.Content, theirs.Content, ranked.Statistics);
        var own = Matched(mine, shared);
        var words = own
            .TitleMarks.Select(mark => own.Title[mark.Start..mark.End])
            .Concat(own.TextMarks.Select(mark => own.Text[mark.Start..mark.End]))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return new PairRow(Matched(theirs, shared), own, pair.Signals.Score, Reasons.Of(pair, ranked.Mine, profile, mine, [.. words], now));
    }

    private static MatchedListing Matched(ListingText listing, IReadOnlySet<string> shared) =>
        new(
            listing.Id,
            listing.Content.Language,
            listing.Content.Title,
            listing.Content.Text,
            TextMarks.Of(listing.Content.Title, shared),
            TextMarks.Of(listing.Content.Text, shared)
        );
}

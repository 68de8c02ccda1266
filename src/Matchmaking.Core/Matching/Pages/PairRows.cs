using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>
/// The pairs of a page's firms as people read them: both texts with the words marked that meet, and the reasons. One page shows a text in
/// several pairs, and cuts it into words once.
/// </summary>
public sealed class PairRows(RankedFirms ranked, PairReading reading, FirmText me, DateTime now)
{
    private readonly PagePairs pairs = reading.ForPage();

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
        var shared = pairs.Words.Shared(mine.Content, theirs.Content, ranked.Statistics);
        var same = Matched(mine, shared, new MarkedRanges([], []));
        var words = same
            .TitleMarks.Select(mark => same.Title[mark.Start..mark.End])
            .Concat(same.TextMarks.Select(mark => same.Text[mark.Start..mark.End]))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var meaning = pairs.Read(mine.Content, theirs.Content);
        return new PairRow(
            Matched(theirs, shared, meaning.Theirs),
            Matched(mine, shared, meaning.Mine),
            pair.Signals.Score,
            new Reasons(pair, ranked.Mine, profile, mine, now).Of([.. words], meaning)
        );
    }

    private MatchedListing Matched(ListingText listing, IReadOnlySet<string> shared, MarkedRanges more) =>
        new(
            listing.Id,
            listing.Content.Language,
            listing.Content.Title,
            listing.Content.Text,
            pairs.Words.Of(listing.Content.Title, shared, more.Title),
            pairs.Words.Of(listing.Content.Text, shared, more.Text)
        );
}

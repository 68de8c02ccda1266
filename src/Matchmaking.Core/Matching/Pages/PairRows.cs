using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>
/// The pairs of a page's firms as people read them: both texts with the words marked that meet, and the reasons. One page shows each of my
/// texts in many pairs, and cuts it into words once.
/// </summary>
public sealed class PairRows(RankedFirms ranked, PairReading reading, FirmText me, DateTime now)
{
    private readonly PagePairs pairs = reading.ForPage(ranked.Statistics);

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
        var (words, meaning) = pairs.Read(mine.Content, theirs.Content);
        return new PairRow(
            Matched(theirs, words.Theirs, meaning.Theirs),
            Matched(mine, words.Mine, meaning.Mine),
            pair.Signals.Score,
            new Reasons(pair, ranked.Mine, profile, mine, now).Of(Written(mine.Content, words.Mine), meaning)
        );
    }

    /// <summary>Each once, as the text writes them.</summary>
    private static IEnumerable<string> Written(ListingContent content, MarkedRanges words) =>
        TextMarks
            .Joined(words.Title)
            .Select(mark => content.Title[mark.Start..mark.End])
            .Concat(TextMarks.Joined(words.Text).Select(mark => content.Text[mark.Start..mark.End]))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static MatchedListing Matched(ListingText listing, MarkedRanges words, MarkedRanges meaning) =>
        new(
            listing.Id,
            listing.Content.Language,
            listing.Content.Title,
            listing.Content.Text,
            TextMarks.Joined([.. words.Title, .. meaning.Title]),
            TextMarks.Joined([.. words.Text, .. meaning.Text])
        );
}

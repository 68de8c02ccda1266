using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>
/// How many firms of the other country have something for a text that is still being written, ranked as on the partners page. It is
/// encoded for each count; the vector is kept only once the text is live.
/// </summary>
public sealed class CountCounterparts(IPartnerIndex index, FirmTexts firms, PartnerRanking ranking, TimeProvider clock)
{
    /// <returns>Null when there is nothing to ask for, nobody to ask, or the index cannot be asked just now.</returns>
    public async Task<int?> ExecuteAsync(
        ListingId id,
        ListingKind kind,
        ListingContent content,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (
            string.IsNullOrWhiteSpace(content.Title)
            || actor.CompanyId is not { } company
            || await index.StateAsync(cancellationToken) != PartnerIndexState.Ready
            || await firms.ReadAsync([company], cancellationToken) is not [var me]
        )
        {
            return null;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var asking = me with { Listings = [new ListingText(id, kind, content, today)] };
        try
        {
            var ranked = await ranking.RankAsync(asking, new PartnerFilter { Country = me.Country.Other() }, [], cancellationToken);
            return ranked.Fitting().Firms.Count;
        }
        catch (PartnerIndexUnavailableException)
        {
            return null;
        }
    }
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Makes the rows of a page from ranked firms, with texts and evidence as the database has them now.</summary>
public sealed class PartnerRows(AppDbContext db, FirmTexts firms, PairReading reading, TimeProvider clock)
{
    /// <returns>The rows, and the versions of the firms that they were made of.</returns>
    internal async Task<(IReadOnlyList<PartnerRow> Rows, IReadOnlySet<FirmVersion> Firms)> MakeAsync(
        RankedFirms ranked,
        FirmText me,
        IReadOnlyList<RankedFirm> shown,
        CancellationToken cancellationToken
    )
    {
        var ids = shown.Select(partner => partner.Id).ToList();
        var texts = (await firms.ReadAsync(ids, cancellationToken)).ToDictionary(firm => firm.Id);
        var claims = await ClaimsAsync(texts.Values, cancellationToken);
        var pairs = new PairRows(ranked, reading, me, clock.GetUtcNow().UtcDateTime);
        return (
            [
                .. shown
                    .Where(partner => texts.TryGetValue(partner.Id, out var them) && them.Listings.Count > 0)
                    .Select(partner => Row(ranked, pairs, me, partner, texts[partner.Id], [.. claims[partner.Id]])),
            ],
            texts.Values.Select(firm => new FirmVersion(firm.Id, firm.Version)).ToHashSet()
        );
    }

    private static PartnerRow Row(
        RankedFirms ranked,
        PairRows pairs,
        FirmText me,
        RankedFirm partner,
        FirmText them,
        IReadOnlyList<VerifiedClaim> claims
    )
    {
        var (offer, need) = (partner.Score.TheyOffer, partner.Score.TheyNeed);
        var asked = me.Listings.Where(listing => listing.Kind == ListingKind.Need).SelectMany(listing => listing.Content.Certificates);
        var askedCertificates = asked.Select(MatchProfiles.Fold).ToHashSet(StringComparer.Ordinal);
        var myModes = me.Listings.SelectMany(listing => listing.Content.Modes).ToHashSet();
        return new PartnerRow(
            partner.Id,
            them.Country,
            them.Names,
            them.Sector,
            them.Region,
            claims,
            partner.Score.Fused,
            Direction(pairs, partner, them, offer, offer.Score <= need.Score),
            Direction(pairs, partner, them, need, need.Score < offer.Score),
            [
                .. them
                    .Listings.SelectMany(listing => listing.Content.Certificates)
                    .DistinctBy(MatchProfiles.Fold)
                    .Select(certificate => new Chip<string>(certificate, askedCertificates.Contains(MatchProfiles.Fold(certificate)))),
            ],
            [
                .. them
                    .Listings.SelectMany(listing => listing.Content.Modes)
                    .Distinct()
                    .Order()
                    .Select(mode => new Chip<CooperationMode>(mode, myModes.Contains(mode))),
            ],
            Improvements.Of(ranked, partner, me, them)
        );
    }

    private static DirectionRow Direction(PairRows pairs, RankedFirm partner, FirmText them, DirectionScore direction, bool decides) =>
        new(direction.Score, direction.IsStated, decides && direction.IsStated, pairs.Of(partner, them, direction));

    private async Task<ILookup<CompanyId, VerifiedClaim>> ClaimsAsync(
        IReadOnlyCollection<FirmText> firms,
        CancellationToken cancellationToken
    )
    {
        var evidence = firms.SelectMany(firm => firm.Evidence, (firm, item) => (Company: firm.Id, Item: item)).ToList();
        var agencyIds = evidence.Select(found => found.Item.CheckedBy).Distinct().ToList();
        var agencies = await db
            .Agencies.AsNoTracking()
            .Where(agency => agencyIds.Contains(agency.Id))
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Names, cancellationToken);
        return evidence.ToLookup(
            found => found.Company,
            found => new VerifiedClaim(found.Item.Claim, found.Item.CheckedAt, found.Item.ExpiresAt, agencies[found.Item.CheckedBy])
        );
    }
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>The firms of an expo for its organiser: who comes, and how much is wished. What a firm wishes of whom stays with it.</summary>
public sealed class ListExpoFirms(AppDbContext db, TimeProvider clock)
{
    public async Task<ExpoFirmsPage> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var firms = await db.Set<ExpoFirm>()
            .AsNoTracking()
            .Where(firm => firm.ExpoId == id && db.OrganisedBy(actor).Any(expo => expo.Id == id))
            .Join(
                db.Companies,
                firm => firm.CompanyId,
                company => company.Id,
                (firm, company) =>
                    new
                    {
                        Firm = firm,
                        company.Country,
                        company.Profile.Names,
                    }
            )
            .ToListAsync(cancellationToken);
        var rules = await db.GroupRulesAsync(id, cancellationToken);
        var groups = firms
            .Where(item => item.Firm.State == ExpoFirmState.Attending)
            .ToDictionary(item => item.Firm.CompanyId, item => rules.Of(item.Firm.GroupId, item.Country));
        var requests = await db.Set<Expo>()
            .Where(expo => expo.Id == id)
            .Select(expo => expo.Profile.Requests)
            .SingleOrDefaultAsync(cancellationToken);
        var wishes = await db.CountedWishesAsync(id, requests, groups, clock.GetUtcNow().UtcDateTime, cancellationToken);
        var mutual = wishes.Keys.Where(wishes.AreMutual).ToLookup(wish => wish.From);
        var given = wishes.Keys.ToLookup(wish => wish.From);
        var received = wishes.Keys.ToLookup(wish => wish.To);
        return new ExpoFirmsPage(
            [
                .. firms.Select(item => new ExpoFirmRow(
                    item.Firm,
                    item.Country,
                    item.Names,
                    rules.Of(item.Firm.GroupId, item.Country),
                    given[item.Firm.CompanyId].Count(),
                    received[item.Firm.CompanyId].Count(),
                    mutual[item.Firm.CompanyId].Count()
                )),
            ],
            mutual.Sum(pairs => pairs.Count()) / 2,
            wishes.Pairs(requests).Count()
        );
    }
}

/// <param name="MutualPairs">Pairs of attending firms that both wish to meet.</param>
/// <param name="Pairs">Pairs of which a schedule is made: the same, unless the wish of one side is enough.</param>
public sealed record ExpoFirmsPage(IReadOnlyList<ExpoFirmRow> Firms, int MutualPairs, int Pairs);

/// <param name="Wishes">Firms that it wishes to meet.</param>
/// <param name="WishedBy">Firms that wish to meet it.</param>
/// <param name="Mutual">Firms of which both holds.</param>
public sealed record ExpoFirmRow(
    ExpoFirm Firm,
    Country Country,
    LocalizedText Names,
    ExpoGroup Group,
    int Wishes,
    int WishedBy,
    int Mutual
);

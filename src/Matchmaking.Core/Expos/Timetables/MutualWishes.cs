using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>
/// The pairs of attending firms of which each wishes to meet the other: what a schedule is made of. A "no thanks" of either side leaves
/// nothing to see.
/// </summary>
public sealed class MutualWishes(AppDbContext db, TimeProvider clock)
{
    private static readonly Dictionary<WishKind, double> Worth = new() { [WishKind.Must] = 2, [WishKind.Meet] = 1 };

    /// <param name="expo">With its firms.</param>
    internal async Task<IReadOnlyList<WishedMeeting>> ReadAsync(Expo expo, CancellationToken cancellationToken)
    {
        var attending = expo.Firms.Where(firm => firm.State == ExpoFirmState.Attending).ToDictionary(firm => firm.CompanyId);
        var met = await MetBefore.OfAsync(db, expo.Id, own: null, clock.GetUtcNow().UtcDateTime, cancellationToken);
        var rules = await db.GroupRulesAsync(expo.Id, cancellationToken);
        var wishes = (
            await db.Set<ExpoWish>()
                .AsNoTracking()
                .Where(wish => wish.ExpoId == expo.Id && wish.Kind != WishKind.NoThanks)
                .ToListAsync(cancellationToken)
        )
            .Where(met.Counts)
            .ToDictionary(wish => (wish.From, wish.To), wish => wish.Kind);
        var countries = await db
            .Companies.Where(company => db.Set<ExpoFirm>().Any(firm => firm.ExpoId == expo.Id && firm.CompanyId == company.Id))
            .ToDictionaryAsync(company => company.Id, company => company.Country, cancellationToken);
        var known = await db.Set<ExpoMeeting>()
            .AsNoTracking()
            .Where(meeting => meeting.ExpoId == expo.Id)
            .ToDictionaryAsync(meeting => (meeting.A, meeting.B), meeting => meeting.Id, cancellationToken);
        return
        [
            .. wishes
                .Keys.Where(pair => pair.From.Value.CompareTo(pair.To.Value) < 0 && wishes.ContainsKey((pair.To, pair.From)))
                .Where(pair => attending.ContainsKey(pair.From) && attending.ContainsKey(pair.To))
                .Where(pair => Group(pair.From).MayMeet(Group(pair.To)))
                .OrderBy(pair => pair.From.Value)
                .ThenBy(pair => pair.To.Value)
                .Select(pair =>
                {
                    var (one, other) = (wishes[pair], wishes[(pair.To, pair.From)]);
                    return new WishedMeeting(
                        known.TryGetValue(pair, out var id) ? id : Guid.CreateVersion7(),
                        pair.From,
                        pair.To,
                        one == WishKind.Must && other == WishKind.Must,
                        Worth[one] + Worth[other],
                        Pair(pair.From, pair.To)
                    );
                }),
        ];

        ExpoGroup Group(CompanyId company) => rules.Of(attending[company].GroupId, countries[company]);

        string? Pair(CompanyId a, CompanyId b) =>
            countries[a] != countries[b] && (attending[a].NeedsInterpreter || attending[b].NeedsInterpreter)
                ? ExpoInterpreter.AllPairs[0]
                : null;
    }
}

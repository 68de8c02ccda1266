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
        var rules = await db.GroupRulesAsync(expo.Id, cancellationToken);
        var countries = await db
            .Companies.Where(company => db.Set<ExpoFirm>().Any(firm => firm.ExpoId == expo.Id && firm.CompanyId == company.Id))
            .ToDictionaryAsync(company => company.Id, company => company.Country, cancellationToken);
        var wishes = await db.CountedWishesAsync(
            expo.Id,
            attending.ToDictionary(firm => firm.Key, firm => rules.Of(firm.Value.GroupId, countries[firm.Key])),
            clock.GetUtcNow().UtcDateTime,
            cancellationToken
        );
        var known = await db.Set<ExpoMeeting>()
            .AsNoTracking()
            .Where(meeting => meeting.ExpoId == expo.Id)
            .ToDictionaryAsync(meeting => (meeting.A, meeting.B), meeting => meeting.Id, cancellationToken);
        return
        [
            .. wishes
                .Keys.Where(pair => pair.From.Value.CompareTo(pair.To.Value) < 0)
                .Where(wishes.AreMutual)
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

        string? Pair(CompanyId a, CompanyId b) =>
            countries[a] != countries[b] && (attending[a].NeedsInterpreter || attending[b].NeedsInterpreter)
                ? ExpoInterpreter.AllPairs[0]
                : null;
    }
}

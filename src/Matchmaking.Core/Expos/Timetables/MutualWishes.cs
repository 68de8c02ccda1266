using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>
/// The pairs of attending firms of which each wishes to meet the other, or one where the expo lets that be enough: what a schedule is made of.
/// A "no thanks" of either side leaves nothing to see.
/// </summary>
public sealed class MutualWishes(AppDbContext db, TimeProvider clock)
{
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
            expo.Profile.Requests,
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
                .Pairs(expo.Profile.Requests)
                .OrderBy(pair => pair.A.Value)
                .ThenBy(pair => pair.B.Value)
                .Select(pair => new WishedMeeting(
                    known.TryGetValue(pair, out var id) ? id : Guid.CreateVersion7(),
                    pair.A,
                    pair.B,
                    Wish(pair.A, pair.B) == WishKind.Must && Wish(pair.B, pair.A) == WishKind.Must,
                    MeetingWeight.Of(Wish(pair.A, pair.B), Wish(pair.B, pair.A)),
                    Pair(pair.A, pair.B)
                )),
        ];

        WishKind? Wish(CompanyId from, CompanyId to) => wishes.TryGetValue((from, to), out var kind) ? kind : null;

        string? Pair(CompanyId a, CompanyId b) =>
            countries[a] != countries[b] && (attending[a].NeedsInterpreter || attending[b].NeedsInterpreter)
                ? ExpoInterpreter.AllPairs[0]
                : null;
    }
}

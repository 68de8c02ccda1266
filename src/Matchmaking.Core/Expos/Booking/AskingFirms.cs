using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Booking;

/// <summary>
/// A firm books with those that wish to meet it. Where the wish of one side is enough, it is the other side that chooses the time: whoever wished
/// sees the same whether the other has said nothing or "no thanks".
/// </summary>
internal static class AskingFirms
{
    /// <summary>Firms that some other wishes to meet.</summary>
    public static async Task<IReadOnlySet<CompanyId>> AskedAsync(
        this AppDbContext db,
        ExpoId id,
        IReadOnlyList<WishedMeeting> wished,
        CancellationToken cancellationToken
    )
    {
        var pairs = wished.SelectMany(meeting => new[] { (meeting.A, meeting.B), (meeting.B, meeting.A) }).ToHashSet();
        var wishes = await db.ToMeet(id).Select(wish => new { wish.From, wish.To }).ToListAsync(cancellationToken);
        return wishes.Where(wish => pairs.Contains((wish.From, wish.To))).Select(wish => wish.To).ToHashSet();
    }

    /// <summary>Firms that wish to meet this one.</summary>
    public static Task<HashSet<CompanyId>> AskingAsync(
        this AppDbContext db,
        ExpoId id,
        CompanyId firm,
        CancellationToken cancellationToken
    ) => db.ToMeet(id).Where(wish => wish.To == firm).Select(wish => wish.From).ToHashSetAsync(cancellationToken);

    private static IQueryable<ExpoWish> ToMeet(this AppDbContext db, ExpoId id) =>
        db.Set<ExpoWish>().AsNoTracking().Where(wish => wish.ExpoId == id && wish.Kind != WishKind.NoThanks);
}

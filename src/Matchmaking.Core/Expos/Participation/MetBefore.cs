using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>When firms of an expo last met on the site: a meeting was agreed, not cancelled, and its time is over.</summary>
internal sealed class MetBefore
{
    private readonly Dictionary<string, DateTime> ends;

    private MetBefore(Dictionary<string, DateTime> ends) => this.ends = ends;

    /// <param name="own">Only with this firm, or null for all pairs.</param>
    public static async Task<MetBefore> OfAsync(
        AppDbContext db,
        ExpoId id,
        CompanyId? own,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var firms = db.Set<ExpoFirm>().Where(firm => firm.ExpoId == id).Select(firm => firm.CompanyId);
        var meetings = await db
            .MeetingRequests.Where(meeting => meeting.State == MeetingState.Scheduled && meeting.Start <= now)
            .Where(meeting => own == null || meeting.AskingCompanyId == own || meeting.AskedCompanyId == own)
            .Where(meeting => firms.Contains(meeting.AskingCompanyId) && firms.Contains(meeting.AskedCompanyId))
            .Select(meeting => new
            {
                meeting.AskingCompanyId,
                meeting.AskedCompanyId,
                meeting.Start,
                meeting.Minutes,
            })
            .ToListAsync(cancellationToken);
        return new MetBefore(
            meetings
                .Select(meeting =>
                    (
                        Pair: MeetingRequest.PairOf(meeting.AskingCompanyId, meeting.AskedCompanyId),
                        End: meeting.Start!.Value.AddMinutes(meeting.Minutes!.Value)
                    )
                )
                .Where(meeting => meeting.End <= now)
                .GroupBy(meeting => meeting.Pair)
                .ToDictionary(pair => pair.Key, pair => pair.Max(meeting => meeting.End), StringComparer.Ordinal)
        );
    }

    /// <summary>UTC; null when the two have not met.</summary>
    public DateTime? At(CompanyId one, CompanyId other) => ends.TryGetValue(MeetingRequest.PairOf(one, other), out var end) ? end : null;

    /// <summary>A wish to meet counts no more once the two have met; whoever wishes it again says so anew. A refusal stays.</summary>
    public bool Counts(ExpoWish wish) => wish.Kind == WishKind.NoThanks || !(At(wish.From, wish.To) >= wish.ChangedAt);
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Moderation;

/// <summary>What agencies have decided on a listing so far, newest first. The firm is told the agency, not the person.</summary>
public sealed class ListDecisions(AppDbContext db)
{
    public async Task<IReadOnlyList<PastDecision>> ExecuteAsync(ListingId id, CancellationToken cancellationToken) =>
        await (
            from review in db.Set<Review>().AsNoTracking()
            where review.ListingId == id && review.DecidedAt != null
            join agency in db.Agencies on review.AgencyId equals agency.Id
            orderby review.DecidedAt descending
            select new PastDecision(review.Decision!.Value, review.Reason, review.DecidedAt!.Value, agency.Names)
        ).ToListAsync(cancellationToken);
}

public sealed record PastDecision(ReviewDecision Decision, string? Reason, DateTime At, LocalizedText Agency);

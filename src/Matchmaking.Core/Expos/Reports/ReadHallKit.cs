using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Reports;

/// <summary>A draft as it is taken into the hall on paper, for the agency that organises the expo.</summary>
public sealed class ReadHallKit(AppDbContext db, ReadDraft read)
{
    public async Task<Result<PrintedDraft>> ExecuteAsync(ExpoId id, int number, Actor actor, CancellationToken cancellationToken)
    {
        var found = await read.ExecuteAsync(id, number, actor, cancellationToken);
        return found.Succeeded
            ? new PrintedDraft(
                found.Value,
                await db
                    .Companies.Where(company =>
                        db.Set<ExpoMeeting>().Any(meeting => meeting.ExpoId == id && (meeting.A == company.Id || meeting.B == company.Id))
                    )
                    .ToDictionaryAsync(company => company.Id, company => company.Country, cancellationToken)
            )
            : Error.NotFound;
    }
}

/// <param name="Countries">Of the firms that stand in the draft.</param>
public sealed record PrintedDraft(DraftView View, IReadOnlyDictionary<CompanyId, Country> Countries);

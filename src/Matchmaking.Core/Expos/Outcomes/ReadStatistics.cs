using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Outcomes;

/// <summary>What an expo has come to in numbers, for the agency that organises it.</summary>
public sealed class ReadStatistics(AppDbContext db, ReadOutcomes read, ListExpoFirms firms)
{
    public async Task<Result<ExpoStatistics>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var outcomes = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!outcomes.Succeeded)
        {
            return Error.NotFound;
        }

        var shown = outcomes.Value.Expo.ShownDraft;
        var draft = await db.Set<ScheduleDraft>()
            .Where(item => item.ExpoId == id && item.Number == shown)
            .Select(item => new { item.Figures.Wished, item.Figures.Placed })
            .SingleOrDefaultAsync(cancellationToken);
        var sectors = await db
            .Companies.Where(company => db.Set<ExpoFirm>().Any(firm => firm.ExpoId == id && firm.CompanyId == company.Id))
            .ToDictionaryAsync(company => company.Id, company => company.Profile.Sector, cancellationToken);
        var rows = (await firms.ExecuteAsync(id, actor, cancellationToken)).Firms;
        return ExpoStatistics.Of(outcomes.Value, draft?.Wished ?? 0, draft?.Placed ?? 0, rows, sectors);
    }
}

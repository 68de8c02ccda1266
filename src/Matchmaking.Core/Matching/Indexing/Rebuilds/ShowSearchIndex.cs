using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Indexing.Rebuilds;

/// <summary>How the search index stands against the database, and its rebuilds.</summary>
public sealed class ShowSearchIndex(AppDbContext db, IPartnerIndex index, FirmTexts firms)
{
    private const int PastShown = 5;

    public async Task<SearchIndexView> ExecuteAsync(CancellationToken cancellationToken)
    {
        var waiting = db.OutboxMessages.Where(message =>
            message.Handler == PartnerIndexing.Name && message.ProcessedAt == null && message.Attempts < OutboxMessage.AttemptLimit
        );
        var rebuilds = await db.Set<IndexRebuild>()
            .AsNoTracking()
            .OrderByDescending(rebuild => rebuild.AskedAt)
            .Take(PastShown + 1)
            .ToListAsync(cancellationToken);
        return new SearchIndexView(
            await index.StateAsync(cancellationToken),
            await GenerationsAsync(cancellationToken),
            await firms.CountAsync(cancellationToken),
            await waiting.CountAsync(cancellationToken),
            await waiting.MinAsync(message => (DateTime?)message.CreatedAt, cancellationToken),
            rebuilds.LastOrDefault(rebuild => rebuild.IsOpen),
            [.. rebuilds.Where(rebuild => !rebuild.IsOpen).Take(PastShown)]
        );
    }

    private async Task<IReadOnlyList<PartnerGeneration>> GenerationsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await index.GenerationsAsync(cancellationToken);
        }
        catch (PartnerIndexUnavailableException)
        {
            // The state says so.
            return [];
        }
    }
}

/// <param name="Generations">The newest first; none while the engine is away.</param>
/// <param name="Firms">In the database, with something to be found.</param>
/// <param name="Waiting">Changes that are not searchable yet.</param>
/// <param name="Open">The rebuild that is asked for or under way.</param>
/// <param name="Past">The newest first.</param>
public sealed record SearchIndexView(
    PartnerIndexState State,
    IReadOnlyList<PartnerGeneration> Generations,
    int Firms,
    int Waiting,
    DateTime? OldestWaiting,
    IndexRebuild? Open,
    IReadOnlyList<IndexRebuild> Past
)
{
    /// <summary>Firms that search can find; null while the engine is away, or has nothing that is searched.</summary>
    public long? Searchable => Generations.FirstOrDefault(generation => generation.State == PartnerGenerationState.Searched)?.Documents;
}

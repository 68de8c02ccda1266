using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Matching.Indexing.Rebuilds;

/// <summary>Writes down how a rebuild goes, each step in a scope of its own. For whoever holds the lease.</summary>
public sealed class IndexRebuildLog(IServiceScopeFactory scopes, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Something was asked for, or was left in the middle.</summary>
    public Task<bool> IsAskedAsync(CancellationToken cancellationToken) =>
        WithAsync(rebuilds => rebuilds.AnyAsync(IsOpen, cancellationToken));

    /// <summary>The oldest open one, or the one that the site began itself and failed at last, or a new one.</summary>
    /// <returns>Null where it was cancelled before it began.</returns>
    internal async Task<Guid?> BeginAsync(int total, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var rebuilds = db.Set<IndexRebuild>();
        var rebuild =
            await rebuilds.Where(IsOpen).OrderBy(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken)
            ?? await rebuilds.OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken) switch
            {
                { State: IndexRebuildState.Failed, AskedBy: null } again => again,
                _ => rebuilds.Add(new IndexRebuild { AskedAt = Now }).Entity,
            };
        if (rebuild.IsCancelAsked)
        {
            rebuild.End(new IndexRebuildResult(IndexRebuildState.Cancelled, rebuild.Written), Now);
        }
        else
        {
            rebuild.Start(total, Now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return rebuild.IsOpen ? rebuild.Id : null;
    }

    /// <returns>False when somebody wants it ended.</returns>
    internal Task<bool> ReportAsync(Guid id, int written, CancellationToken cancellationToken) =>
        WithAsync(async rebuilds =>
        {
            await rebuilds
                .Where(row => row.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(item => item.Written, written), cancellationToken);
            return !await rebuilds.AnyAsync(row => row.Id == id && row.IsCancelAsked, cancellationToken);
        });

    internal async Task EndAsync(Guid id, IndexRebuildResult result, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var rebuild = await db.Set<IndexRebuild>().SingleAsync(row => row.Id == id, cancellationToken);
        rebuild.End(result, Now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static System.Linq.Expressions.Expression<Func<IndexRebuild, bool>> IsOpen { get; } =
        row => row.State == IndexRebuildState.Asked || row.State == IndexRebuildState.Running;

    private async Task<T> WithAsync<T>(Func<DbSet<IndexRebuild>, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<IndexRebuild>());
    }
}

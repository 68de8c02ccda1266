using Matchmaking.Core.Data;
using Matchmaking.Core.Language.Glossary;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Terms;

/// <summary>Brings this node's glossary to what the database has. One small question when nothing has changed.</summary>
public sealed class RefreshGlossary(AppDbContext db, CurrentGlossary glossary)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        // Rows are never deleted and versions only rise: their sum counts the changes.
        if (await db.Set<TermEntry>().SumAsync(entry => entry.Version, cancellationToken) <= glossary.Version)
        {
            return;
        }

        var entries = await db.Set<TermEntry>().AsNoTracking().ToListAsync(cancellationToken);
        glossary.Replace(
            entries
                .Where(entry => entry.RemovedAt is null)
                .OrderBy(entry => entry.Concept, StringComparer.Ordinal)
                .Select(entry => entry.ToConcept()),
            entries.Sum(entry => entry.Version)
        );
    }
}

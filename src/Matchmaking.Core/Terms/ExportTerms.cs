using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language.Glossary;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Terms;

/// <summary>All own words as lines of a glossary file, for another site or for the training of a lexicon.</summary>
public sealed class ExportTerms(AppDbContext db)
{
    public async Task<Result<string>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayTeach())
        {
            return Error.NotFound;
        }

        var entries = await db.Set<TermEntry>().AsNoTracking().Where(entry => entry.RemovedAt == null).ToListAsync(cancellationToken);
        var lines = new StringBuilder();
        foreach (var entry in entries.OrderBy(entry => entry.Concept, StringComparer.Ordinal))
        {
            var content = entry.Content;
            lines
                .AppendJoin('\t', entry.Concept, Column(content.Zh), Column(content.Ko), Column(content.En), Column(content.HsCodes))
                .Append("\t\t")
                .Append(content.Sector)
                .Append('\n');
        }

        return lines.ToString();
    }

    private static string Column(IReadOnlyList<string> entries) => string.Join(GlossaryLine.Separator, entries);
}

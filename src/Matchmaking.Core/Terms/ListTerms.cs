using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Terms;

/// <summary>The agencies' own words, the last changed first.</summary>
public sealed class ListTerms(AppDbContext db, CurrentGlossary glossary)
{
    private const int PageSize = 25;

    /// <param name="text">Part of a term in any language.</param>
    public async Task<Result<Page<TermRow>>> ExecuteAsync(string text, int page, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayTeach())
        {
            return Error.NotFound;
        }

        var entries = db.Set<TermEntry>().AsNoTracking().Where(entry => entry.RemovedAt == null);
        var part = TextNormalizer.Fold(text).Trim();
        if (part.Length > 0)
        {
            entries = entries.Where(entry => entry.Words.Contains(part));
        }

        var total = await entries.CountAsync(cancellationToken);
        var number = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await entries
            .OrderByDescending(entry => entry.ChangedAt)
            .ThenBy(entry => entry.Concept)
            .Skip((number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        var names = await db.NamesAsync(rows, cancellationToken);
        return new Page<TermRow>([.. rows.Select(entry => TermRow.Of(entry, names, glossary.Built))], number, PageSize, total);
    }
}

/// <summary>One entry, for the form that changes it.</summary>
public sealed class ShowTerm(AppDbContext db, CurrentGlossary glossary)
{
    public async Task<Result<TermRow>> ExecuteAsync(TermEntryId id, Actor actor, CancellationToken cancellationToken)
    {
        var entry = actor.MayTeach()
            ? await db.Set<TermEntry>()
                .AsNoTracking()
                .SingleOrDefaultAsync(entry => entry.Id == id && entry.RemovedAt == null, cancellationToken)
            : null;
        return entry is null ? Error.NotFound : TermRow.Of(entry, await db.NamesAsync([entry], cancellationToken), glossary.Built);
    }
}

/// <param name="Extends">The concept that it adds to; null for one of its own.</param>
public sealed record TermRow(
    TermEntryId Id,
    string Concept,
    TermContent Content,
    Concept? Extends,
    string Author,
    DateTime CreatedAt,
    string Editor,
    DateTime ChangedAt,
    long Version
)
{
    internal static TermRow Of(TermEntry entry, IReadOnlyDictionary<Guid, string> names, ConceptGlossary built) =>
        new(
            entry.Id,
            entry.Concept,
            entry.Content,
            built.Find(entry.Concept),
            names.GetValueOrDefault(entry.CreatedBy, string.Empty),
            entry.CreatedAt,
            names.GetValueOrDefault(entry.ChangedBy, string.Empty),
            entry.ChangedAt,
            entry.Version
        );
}

internal static class TermAuthors
{
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        this AppDbContext db,
        IReadOnlyList<TermEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var ids = entries.SelectMany(entry => new[] { entry.CreatedBy, entry.ChangedBy }).Distinct().ToList();
        return await db
            .Users.Where(user => ids.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
    }
}

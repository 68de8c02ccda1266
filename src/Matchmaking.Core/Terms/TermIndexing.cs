using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Terms;

/// <summary>
/// Finds the firms whose live listings say words that have become known, changed or gone, and has them indexed again. All changed
/// entries are looked for in one walk through the texts.
/// </summary>
public sealed class TermIndexing(AppDbContext db, CurrentGlossary glossary, SaveIndexedChange saveIndexed) : IOutboxHandler
{
    public const string Name = "term-index";

    private const int ReadAtOnce = 500;

    public async Task<IReadOnlyList<RefusedMessage>> HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var entries = await db.Set<TermEntry>().AsNoTracking().ToListAsync(cancellationToken);
        var changed = entries.Where(entry => entry.Version != entry.AppliedVersion).ToList();
        if (changed.Count == 0)
        {
            return [];
        }

        foreach (var firm in await AffectedAsync(entries, changed, cancellationToken))
        {
            await saveIndexed.ExecuteAsync(firm, cancellationToken);
            db.ChangeTracker.Clear();
        }

        foreach (var entry in changed)
        {
            // Past the version: nothing that anybody reads has changed.
            await db.Set<TermEntry>()
                .Where(item => item.Id == entry.Id && item.Version == entry.Version)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.AppliedVersion, entry.Version), cancellationToken);
        }

        return [];
    }

    private async Task<IReadOnlyCollection<CompanyId>> AffectedAsync(
        IReadOnlyList<TermEntry> entries,
        IReadOnlyList<TermEntry> changed,
        CancellationToken cancellationToken
    )
    {
        var finder = glossary
            .Built.With(entries.Where(entry => entry.RemovedAt is null).Select(entry => entry.ToConcept()))
            .With(changed.Select(entry => entry.ToFormerConcept()))
            .Finder;
        var concepts = changed.Select(entry => entry.Concept).ToHashSet(StringComparer.Ordinal);
        var firms = new HashSet<CompanyId>();
        var ids = await db
            .Listings.Where(listing => listing.State == ListingState.Published)
            .Select(listing => listing.Id)
            .ToListAsync(cancellationToken);
        foreach (var chunk in ids.Chunk(ReadAtOnce))
        {
            var texts = await db
                .Listings.Where(listing => chunk.Contains(listing.Id))
                .Select(listing => new
                {
                    listing.CompanyId,
                    listing.Content.Title,
                    listing.Content.Text,
                })
                .ToListAsync(cancellationToken);
            firms.UnionWith(
                texts
                    .AsParallel()
                    .WithCancellation(cancellationToken)
                    .Where(text => Names(finder, concepts, text.Title) || Names(finder, concepts, text.Text))
                    .Select(text => text.CompanyId)
            );
        }

        return firms;
    }

    private static bool Names(ConceptFinder finder, HashSet<string> concepts, string text) =>
        finder.Find(text).Any(mention => concepts.Contains(mention.Concept.Id));
}

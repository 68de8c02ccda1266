using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Matchmaking.Core.Outbox;
using Matchmaking.Core.Terms;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>Keeps the index in step: reads the firms as they are now and replaces their whole documents.</summary>
public sealed class PartnerIndexing(
    IPartnerIndex index,
    FirmTexts firms,
    ListingVectors vectors,
    ListingReaders readers,
    RefreshGlossary refresh
) : IOutboxHandler
{
    public const string Name = "partner-index";

    public async Task<IReadOnlyList<RefusedMessage>> HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        // The messages may be about words that another node was given.
        await refresh.ExecuteAsync(cancellationToken);
        var byFirm = messages.ToLookup(message => CompanyId.From(Guid.Parse(message.Payload)));
        var ids = byFirm.Select(firm => firm.Key).ToList();
        var refused = await index.WriteAsync(await ChangesAsync(ids, cancellationToken), cancellationToken);
        return [.. refused.SelectMany(change => byFirm[change.Id].Select(message => new RefusedMessage(message, change.Reason)))];
    }

    private async Task<IReadOnlyCollection<PartnerChange>> ChangesAsync(List<CompanyId> ids, CancellationToken cancellationToken)
    {
        var reader = readers.Current;
        var texts = await vectors.AddAsync(await firms.ReadAsync(ids, cancellationToken), cancellationToken);
        var known = texts.Select(firm => firm.Id).ToHashSet();
        return
        [
            .. texts
                .AsParallel()
                .WithCancellation(cancellationToken)
                .Select(firm =>
                    firm.Listings.Count > 0 ? PartnerChange.Of(reader.Document(firm)) : PartnerChange.Removal(firm.Id, firm.Version)
                ),
            // Identifiers are never used again.
            .. ids.Where(id => !known.Contains(id)).Select(id => PartnerChange.Removal(id, long.MaxValue)),
        ];
    }
}

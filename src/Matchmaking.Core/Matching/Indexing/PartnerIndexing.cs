using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Matchmaking.Core.Outbox;
using Matchmaking.Core.Terms;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>Keeps the index in step: reads the firm as it is now and replaces its whole document.</summary>
public sealed class PartnerIndexing(
    IPartnerIndex index,
    FirmTexts firms,
    ListingVectors vectors,
    ListingReaders readers,
    RefreshGlossary refresh
) : IOutboxHandler
{
    public const string Name = "partner-index";

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        // The message may be about words that another node was given.
        await refresh.ExecuteAsync(cancellationToken);
        var reader = readers.Current;
        var id = CompanyId.From(Guid.Parse(message.Payload));
        switch (await vectors.AddAsync(await firms.ReadAsync([id], cancellationToken), cancellationToken))
        {
            case [{ Listings.Count: > 0 } firm]:
                await index.UpsertAsync(reader.Document(firm), cancellationToken);
                break;
            case [var firm]:
                await index.DeleteAsync(id, firm.Version, cancellationToken);
                break;
            default:
                // Identifiers are never used again.
                await index.DeleteAsync(id, long.MaxValue, cancellationToken);
                break;
        }
    }

    public Task FlushAsync(CancellationToken cancellationToken) => index.FlushAsync(cancellationToken);
}

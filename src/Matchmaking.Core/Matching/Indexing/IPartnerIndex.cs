using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Indexing;

public enum PartnerIndexState
{
    /// <summary>Search finds what the database held at the last flush.</summary>
    Ready,

    /// <summary>Missing, or written by another version of the product: search finds little or nothing until a generation is committed.</summary>
    NeedsRebuild,
}

/// <summary>
/// One document a firm, disposable and always rebuilt from the database. Every engine ranks candidates by the same sum of weights and
/// keeps the same profiles; the order that people see is made by the scorer.
/// </summary>
public interface IPartnerIndex
{
    PartnerIndexState State { get; }

    /// <summary>
    /// Candidates by the sum of the weights of the query's terms that they hold, the heaviest first, and behind them those that are near
    /// the query's vectors and are not among them yet.
    /// </summary>
    Task<PartnerHits> SearchAsync(PartnerQuery query, CancellationToken cancellationToken);

    /// <summary>How many firms there are, and in how many each term stands.</summary>
    Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken);

    /// <summary>Replaces the firm's document, also in a generation that is being built. An older or equal version is ignored.</summary>
    Task UpsertAsync(PartnerDocument document, CancellationToken cancellationToken);

    /// <summary>Takes the firm out, and remembers the version, so that an older document cannot come back.</summary>
    Task DeleteAsync(CompanyId id, long version, CancellationToken cancellationToken);

    /// <summary>Makes everything so far durable and visible to search.</summary>
    Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>Starts an empty index beside the one that is searched; one that was begun and never committed is dropped.</summary>
    Task BeginGenerationAsync(CancellationToken cancellationToken);

    /// <summary>Makes the new index durable and puts it in the place of the old one.</summary>
    Task CommitGenerationAsync(CancellationToken cancellationToken);
}

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>
/// One document a firm, disposable and always rebuilt from the database. Every engine ranks candidates by the same sum of weights and
/// keeps the same profiles; the order that people see is made by the scorer.
/// </summary>
public interface IPartnerIndex
{
    Task<PartnerIndexState> StateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Candidates by the sum of the weights of the query's terms that they hold, the heaviest first, and behind them those that are near
    /// the query's vectors and are not among them yet.
    /// </summary>
    /// <exception cref="PartnerIndexUnavailableException" />
    Task<IReadOnlyList<PartnerHit>> SearchAsync(PartnerQuery query, CancellationToken cancellationToken);

    /// <summary>How many firms there are, and in how many each term stands.</summary>
    /// <exception cref="PartnerIndexUnavailableException" />
    Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all of them, also into generations that are being built; durable and visible to search when it returns. An older or equal
    /// version is ignored, and can come any number of times.
    /// </summary>
    /// <returns>What the engine will never take, and why; all others are in.</returns>
    /// <exception cref="PartnerIndexUnavailableException">Some may have been written; all are to be sent again.</exception>
    Task<IReadOnlyList<RefusedChange>> WriteAsync(IReadOnlyCollection<PartnerChange> changes, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a new generation beside the one that is searched, fills it and puts it in its place. One that was begun and never finished is
    /// dropped. The caller sees to it that nobody else rebuilds.
    /// </summary>
    /// <param name="documents">Read only once the new generation gets what <see cref="WriteAsync"/> writes, so that no change is missed.</param>
    /// <returns>What the engine will never take, and why.</returns>
    /// <exception cref="PartnerIndexUnavailableException">The old generation stays.</exception>
    Task<IReadOnlyList<RefusedChange>> RebuildAsync(
        IAsyncEnumerable<IReadOnlyList<PartnerDocument>> documents,
        CancellationToken cancellationToken
    );

    /// <summary>What there is, the newest first.</summary>
    /// <exception cref="PartnerIndexUnavailableException" />
    Task<IReadOnlyList<PartnerGeneration>> GenerationsAsync(CancellationToken cancellationToken);

    /// <summary>Drops generations that were replaced more than a day ago, and what unfinished rebuilds left. No rebuild is under way.</summary>
    /// <exception cref="PartnerIndexUnavailableException" />
    Task DropOldGenerationsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Forgets the versions of firms that were taken out before the time (UTC). An older document of theirs would come back after that:
    /// none may be on its way any more.
    /// </summary>
    /// <returns>How many.</returns>
    /// <exception cref="PartnerIndexUnavailableException" />
    Task<int> ForgetRemovedAsync(DateTime before, CancellationToken cancellationToken);
}

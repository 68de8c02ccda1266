using Matchmaking.Core.Matching.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.IntegrationTests.Matching;

/// <summary>An index whose writer is stopped, or whose server is away, where a test says so.</summary>
internal sealed class FaultyIndex(IPartnerIndex inner) : IPartnerIndex
{
    public bool IsAway { get; set; }

    /// <summary>Called with the changes; does what is left to be done of them before it throws.</summary>
    public Func<IReadOnlyCollection<PartnerChange>, Task>? OnWrite { get; set; }

    public async Task<PartnerIndexState> StateAsync(CancellationToken cancellationToken) =>
        IsAway ? PartnerIndexState.Unavailable : await inner.StateAsync(cancellationToken);

    public Task<IReadOnlyList<PartnerHit>> SearchAsync(PartnerQuery query, CancellationToken cancellationToken) =>
        Inner().SearchAsync(query, cancellationToken);

    public Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken) =>
        Inner().StatisticsAsync(terms, cancellationToken);

    public async Task<IReadOnlyList<RefusedChange>> WriteAsync(
        IReadOnlyCollection<PartnerChange> changes,
        CancellationToken cancellationToken
    )
    {
        if (OnWrite is { } fault)
        {
            await fault(changes);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return await Inner().WriteAsync(changes, cancellationToken);
    }

    public Task<IReadOnlyList<RefusedChange>> RebuildAsync(
        IAsyncEnumerable<IReadOnlyList<PartnerDocument>> documents,
        CancellationToken cancellationToken
    ) => Inner().RebuildAsync(documents, cancellationToken);

    public Task<IReadOnlyList<PartnerGeneration>> GenerationsAsync(CancellationToken cancellationToken) =>
        Inner().GenerationsAsync(cancellationToken);

    public Task DropOldGenerationsAsync(CancellationToken cancellationToken) => Inner().DropOldGenerationsAsync(cancellationToken);

    public Task<int> ForgetRemovedAsync(DateTime before, CancellationToken cancellationToken) =>
        Inner().ForgetRemovedAsync(before, cancellationToken);

    private IPartnerIndex Inner() => IsAway ? throw new PartnerIndexUnavailableException("The server is away.") : inner;
}

internal static class FaultyIndexRegistration
{
    /// <summary>Around the engine that was chosen, which is disposed as before.</summary>
    public static IServiceCollection AddFaults(this IServiceCollection services)
    {
        var engine = services.Last(service => service.ServiceType == typeof(IPartnerIndex));
        services.Remove(engine);
        services.Add(
            ServiceDescriptor.DescribeKeyed(
                typeof(IPartnerIndex),
                nameof(FaultyIndex),
                (provider, _) =>
                    engine.ImplementationFactory?.Invoke(provider)
                    ?? ActivatorUtilities.CreateInstance(provider, engine.ImplementationType!),
                ServiceLifetime.Singleton
            )
        );
        return services.AddSingleton<IPartnerIndex>(provider => new FaultyIndex(
            provider.GetRequiredKeyedService<IPartnerIndex>(nameof(FaultyIndex))
        ));
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Outbox;

/// <summary>Which handler gets a row for which kinds of event.</summary>
/// <param name="AtOnce">Messages that it is given at once.</param>
public sealed record OutboxRoute(string Handler, Type HandlerType, IReadOnlySet<string> Kinds, int AtOnce);

public static class OutboxRegistration
{
    private const int BatchSize = 200;

    public static IServiceCollection AddOutbox(this IServiceCollection services) =>
        services
            .AddSingleton<WorkerLeases>()
            .AddSingleton<OutboxPauses>()
            .AddSingleton<OutboxDispatcher>()
            .AddScoped<ShowOutbox>()
            .AddScoped<RetryMessages>();

    /// <param name="name">Stays the same for ever: waiting rows name it.</param>
    public static IServiceCollection AddOutboxHandler<THandler>(this IServiceCollection services, string name, params string[] kinds)
        where THandler : class, IOutboxHandler =>
        services
            .AddScoped<THandler>()
            .AddSingleton(
                new OutboxRoute(
                    name,
                    typeof(THandler),
                    kinds.ToHashSet(StringComparer.Ordinal),
                    typeof(THandler).IsSubclassOf(typeof(OneMessageHandler)) ? 1 : BatchSize
                )
            );
}

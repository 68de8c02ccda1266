using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Outbox;

/// <summary>Which handler gets a row for which kinds of event.</summary>
public sealed record OutboxRoute(string Handler, Type HandlerType, IReadOnlySet<string> Kinds);

public static class OutboxRegistration
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) =>
        services.AddSingleton<WorkerLeases>().AddSingleton<OutboxDispatcher>().AddScoped<ShowOutbox>().AddScoped<RetryMessages>();

    /// <param name="name">Stays the same for ever: waiting rows name it.</param>
    public static IServiceCollection AddOutboxHandler<THandler>(this IServiceCollection services, string name, params string[] kinds)
        where THandler : class, IOutboxHandler =>
        services.AddScoped<THandler>().AddSingleton(new OutboxRoute(name, typeof(THandler), kinds.ToHashSet(StringComparer.Ordinal)));
}

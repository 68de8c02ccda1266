using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Web.Hosting.Observability;

internal static class MeasuredSearch
{
    private const string Inner = "engine";

    /// <summary>Puts <see cref="MeasuredPartnerIndex"/> before the engine that was registered, whichever it is.</summary>
    public static IServiceCollection MeasureSearch(this IServiceCollection services, string engine)
    {
        var chosen = services.Single(service => service.ServiceType == typeof(IPartnerIndex));
        services.Remove(chosen);
        services.Add(
            chosen.ImplementationFactory is { } factory
                ? ServiceDescriptor.KeyedSingleton(typeof(IPartnerIndex), Inner, (provider, _) => factory(provider))
                : ServiceDescriptor.KeyedSingleton(typeof(IPartnerIndex), Inner, chosen.ImplementationType!)
        );
        return services.AddSingleton<IPartnerIndex>(provider => new MeasuredPartnerIndex(
            provider.GetRequiredKeyedService<IPartnerIndex>(Inner),
            engine,
            provider.GetRequiredService<TimeProvider>()
        ));
    }
}

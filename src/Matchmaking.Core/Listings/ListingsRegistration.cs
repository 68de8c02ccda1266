using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Listings;

public static class ListingsRegistration
{
    public static IServiceCollection AddListings(this IServiceCollection services) => services.AddScoped<CountLiveListings>();
}

using Matchmaking.Core.Listings.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Listings;

public static class ListingsRegistration
{
    public static IServiceCollection AddListings(this IServiceCollection services) =>
        services
            .AddScoped<OwnListings>()
            .AddScoped<CountLiveListings>()
            .AddScoped<ReadUnderstanding>()
            .AddScoped<ListLiveListings>()
            .AddScoped<ImportFirms>()
            .AddScoped<CreateListing>()
            .AddScoped<SaveListing>()
            .AddScoped<SubmitListing>()
            .AddScoped<WithdrawListing>()
            .AddScoped<RenewListing>()
            .AddScoped<DuplicateListing>()
            .AddScoped<DiscardDraft>()
            .AddScoped<ListOwnListings>()
            .AddScoped<ShowOwnListing>()
            .AddScoped<ShowPublishedListing>()
            .AddSingleton<ExpireListings>();
}

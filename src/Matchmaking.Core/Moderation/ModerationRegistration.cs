using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Moderation;

public static class ModerationRegistration
{
    public static IServiceCollection AddModeration(this IServiceCollection services) =>
        services
            .AddScoped<ReviewableListings>()
            .AddScoped<ListReviewQueue>()
            .AddScoped<FindNextReview>()
            .AddScoped<ShowReview>()
            .AddScoped<ListDecisions>()
            .AddScoped<TakeReview>()
            .AddScoped<ReleaseReview>()
            .AddScoped<DecideReview>();
}

using Matchmaking.Core.Companies;
using Matchmaking.Core.Matching.Exposure;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Indexing.Rebuilds;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Matchmaking.Core.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Matching;

public static class MatchingRegistration
{
    public static IServiceCollection AddMatching(this IServiceCollection services)
    {
        services
            .AddHybridCache()
            .AddSerializer<PartnersList, KeptInProcess<PartnersList>>()
            .AddSerializer<MadePage, KeptInProcess<MadePage>>();
        return services
            .AddScoped<FirmTexts>()
            .AddScoped<ListingVectors>()
            .AddScoped<RebuildPartnerIndex>()
            .AddSingleton<IndexRebuildLog>()
            .AddScoped<RunIndexRebuild>()
            .AddScoped<AskForIndexRebuild>()
            .AddScoped<ShowSearchIndex>()
            .AddScoped<TidyPartnerIndex>()
            .AddSingleton<ListingReaders>()
            .AddScoped(provider => provider.GetRequiredService<ListingReaders>().Current)
            .AddScoped<PairReading>()
            .AddSingleton<ExposureShares>()
            .AddScoped<RefreshExposure>()
            .AddScoped<MeasureExposure>()
            .AddScoped<PartnerRanking>()
            .AddScoped<PartnerRows>()
            .AddScoped<PartnersLists>()
            .AddScoped<PartnersPages>()
            .AddScoped<CountCounterparts>()
            .AddScoped<FindPartners>()
            .AddScoped<FindPartnersForListing>()
            .AddScoped<SearchPartners>()
            .AddSavedSearches()
            .AddOutboxHandler<PartnerIndexing>(PartnerIndexing.Name, CompanyEvents.Changed);
    }

    private static IServiceCollection AddSavedSearches(this IServiceCollection services) =>
        services
            .AddScoped<AnswerLookup>()
            .AddScoped<SaveSearch>()
            .AddScoped<ChangeSavedSearch>()
            .AddScoped<DeleteSavedSearch>()
            .AddScoped<RestoreSavedSearch>()
            .AddScoped<RunSavedSearch>()
            .AddScoped<ListSavedSearches>()
            .AddScoped<ListLatestFinds>()
            .AddScoped<ReadDigest>()
            .AddSingleton<CheckSavedSearches>()
            .AddSingleton<IssueDigests>();
}

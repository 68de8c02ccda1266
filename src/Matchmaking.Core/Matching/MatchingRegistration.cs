using Matchmaking.Core.Companies;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Matching;

public static class MatchingRegistration
{
    public static IServiceCollection AddMatching(this IServiceCollection services) =>
        services
            .AddScoped<FirmTexts>()
            .AddScoped<RebuildPartnerIndex>()
            .AddOutboxHandler<PartnerIndexing>(PartnerIndexing.Name, CompanyEvents.Changed);
}

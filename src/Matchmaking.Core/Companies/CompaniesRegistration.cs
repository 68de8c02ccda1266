using Matchmaking.Core.Companies.Agencies;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.Core.Companies.Members;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Companies;

public static class CompaniesRegistration
{
    public static IServiceCollection AddCompanies(this IServiceCollection services) =>
        services
            .AddScoped<SaveIndexedChange>()
            .AddScoped<ContactVisibility>()
            .AddScoped<RegisterCompany>()
            .AddScoped<EditCompany>()
            .AddScoped<ReadCompany>()
            .AddMembers()
            .AddApiClients()
            .AddAgencies();

    private static IServiceCollection AddMembers(this IServiceCollection services) =>
        services
            .AddScoped<InviteColleague>()
            .AddScoped<ResendInvitation>()
            .AddScoped<RevokeInvitation>()
            .AddScoped<IssueInvitation>()
            .AddScoped<ReadInvitation>()
            .AddScoped<AcceptInvitation>()
            .AddScoped<ListMembers>()
            .AddScoped<ChangeMemberRole>()
            .AddScoped<RemoveMember>()
            .AddScoped<SwitchMembership>()
            .AddScoped<ListOwnMemberships>();

    private static IServiceCollection AddApiClients(this IServiceCollection services) =>
        services.AddScoped<ApiClients>().AddScoped<CreateApiClient>().AddScoped<RevokeApiClient>().AddScoped<ListApiClients>();

    private static IServiceCollection AddAgencies(this IServiceCollection services) =>
        services
            .AddScoped<ListCompanies>()
            .AddScoped<ListSimilarFirms>()
            .AddScoped<NameFirms>()
            .AddScoped<RecordEvidence>()
            .AddScoped<RevokeEvidence>()
            .AddScoped<ListAgencies>()
            .AddScoped<CreateAgency>()
            .AddScoped<AddReviewer>()
            .AddScoped<RemoveReviewer>();
}

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
            .AddScoped<ReadCompany>();
}

using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Companies;

public static class CompaniesRegistration
{
    public static IServiceCollection AddCompanies(this IServiceCollection services) => services.AddScoped<SaveIndexedChange>();
}

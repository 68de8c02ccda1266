using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Data.Demonstration;

public static class DemonstrationRegistration
{
    public static IServiceCollection AddDemonstration(this IServiceCollection services) =>
        services.AddScoped<DemonstrationAccountWriter>().AddScoped<LoadDemonstration>();
}

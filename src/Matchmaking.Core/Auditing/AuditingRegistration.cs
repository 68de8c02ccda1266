using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Auditing;

public static class AuditingRegistration
{
    public static IServiceCollection AddAuditing(this IServiceCollection services) => services.AddScoped<ListAuditEntries>();
}

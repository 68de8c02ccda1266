using Matchmaking.Core.Expos;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Scheduling;

public static class SchedulingRegistration
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) =>
        services.AddSingleton<IExpoScheduler, CpSatScheduler>();
}

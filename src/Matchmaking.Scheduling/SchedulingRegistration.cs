using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Scheduling;

public static class SchedulingRegistration
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) =>
        services.AddSingleton<IExpoScheduler, ExpoScheduler>();
}

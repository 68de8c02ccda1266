using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Expos.Setup;

public static class ExposRegistration
{
    public static IServiceCollection AddExpos(this IServiceCollection services) =>
        services
            .AddSingleton(_ => JointCalendar.Load())
            .AddScoped<ReadExpo>()
            .AddScoped<ListExpos>()
            .AddScoped<ChangeExpo>()
            .AddScoped<PlanExpo>()
            .AddScoped<EditExpo>()
            .AddScoped<UseProposedDeadlines>()
            .AddScoped<MoveExpo>()
            .AddScoped<AddSlots>()
            .AddScoped<AddTables>()
            .AddScoped<SaveInterpreter>()
            .AddScoped<RemoveParts>();
}

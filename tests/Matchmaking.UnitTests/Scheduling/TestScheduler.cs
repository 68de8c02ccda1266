using Matchmaking.Core.Expos;
using Matchmaking.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.UnitTests.Scheduling;

internal static class TestScheduler
{
    public static IExpoScheduler Instance { get; } =
        new ServiceCollection().AddScheduling().BuildServiceProvider().GetRequiredService<IExpoScheduler>();
}

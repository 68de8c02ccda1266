namespace Matchmaking.IntegrationTests.Database;

internal static class Race
{
    /// <summary>Starts all at one instant, each as a task of its own, and waits for all.</summary>
    public static async Task<IReadOnlyList<T>> AllAsync<T>(IEnumerable<Func<Task<T>>> runners)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = runners
            .Select(runner =>
                Task.Run(async () =>
                {
                    await gate.Task;
                    return await runner();
                })
            )
            .ToList();
        gate.SetResult();
        return await Task.WhenAll(running);
    }
}

namespace Matchmaking.IntegrationTests.Site;

/// <summary>Waits for work in the background, at most half a minute unless told otherwise.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        var end = DateTime.UtcNow + (patience ?? Patience);
        while (!await condition())
        {
            if (DateTime.UtcNow > end)
            {
                throw new TimeoutException($"It has not happened in {(patience ?? Patience).TotalSeconds} seconds.");
            }

            await Task.Delay(10);
        }
    }
}

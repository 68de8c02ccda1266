namespace Matchmaking.IntegrationTests.Site;

/// <summary>Waits for work in the background, at most a minute: machines that test are busy.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var end = DateTime.UtcNow + Patience;
        while (!await condition())
        {
            if (DateTime.UtcNow > end)
            {
                throw new TimeoutException($"It has not happened in {Patience.TotalSeconds} seconds.");
            }

            await Task.Delay(10);
        }
    }
}

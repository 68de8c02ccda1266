namespace Matchmaking.IntegrationTests.Site;

/// <summary>Waits for work in the background, at most ten seconds.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var patience = DateTime.UtcNow.AddSeconds(10);
        while (!await condition())
        {
            if (DateTime.UtcNow > patience)
            {
                throw new TimeoutException("It has not happened in ten seconds.");
            }

            await Task.Delay(10);
        }
    }
}

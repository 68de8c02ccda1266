using System.Text.Json;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting;

/// <summary>Whoever starts the site for the first time and looks at its log finds nothing to worry about.</summary>
public sealed class FreshStartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-fresh-").FullName;

    public void Dispose() => DataFiles.Delete(folder);

    [Fact]
    public async Task First_start_in_an_empty_folder_and_its_first_pages_give_no_error()
    {
        using var site = await BuiltSite.StartAsync(folder, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = site.Address };
        // Its forms carry a token against forged requests, and forbid to be kept.
        await client.GetStringAsync("/sign-in");
        using var missing = await client.GetAsync("/no-such-page");

        var lines = site.Lines.Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.GetProperty("level").GetString() is "Error" or "Critical");
        Assert.DoesNotContain(lines, line => line.GetProperty("category").GetString()!.Contains("Antiforgery", StringComparison.Ordinal));
    }
}

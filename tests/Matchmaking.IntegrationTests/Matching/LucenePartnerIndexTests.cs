using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

public sealed class LucenePartnerIndexTests : PartnerIndexContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-index-").FullName;
    private ServiceProvider process;

    public LucenePartnerIndexTests() => process = Start();

    protected override IPartnerIndex Index => process.GetRequiredService<IPartnerIndex>();

    public void Dispose()
    {
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    protected override void Restart()
    {
        process.Dispose();
        process = Start();
    }

    [Fact]
    public async Task Missing_index_and_one_of_another_schema_ask_for_a_rebuild()
    {
        Assert.Equal(PartnerIndexState.NeedsRebuild, await Index.StateAsync(default));
        await Index.RebuildAsync();
        Assert.Equal(PartnerIndexState.Ready, await Index.StateAsync(default));
        Restart();
        Assert.Equal(PartnerIndexState.Ready, await Index.StateAsync(default));
        process.Dispose();
        var pointer = Path.Combine(folder, "current");
        await File.WriteAllTextAsync(pointer, (await File.ReadAllLinesAsync(pointer))[0] + "\nof-another-version\n");

        process = Start();

        Assert.Equal(PartnerIndexState.NeedsRebuild, await Index.StateAsync(default));
    }

    [Fact]
    public async Task Index_of_another_encoder_asks_for_a_rebuild()
    {
        await Index.RebuildAsync();
        process.Dispose();

        process = Start("None");

        Assert.Equal(PartnerIndexState.NeedsRebuild, await Index.StateAsync(default));
    }

    [Fact]
    public async Task Damaged_index_asks_for_a_rebuild_and_is_replaced_by_it()
    {
        var firm = Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔"));
        await Index.RebuildAsync(firm.Document());
        process.Dispose();
        foreach (var file in Directory.EnumerateFiles(folder, "_*", SearchOption.AllDirectories))
        {
            await File.WriteAllBytesAsync(file, new byte[7]);
        }

        process = Start();
        Assert.Equal(PartnerIndexState.NeedsRebuild, await Index.StateAsync(default));
        await Index.RebuildAsync(firm.Document());

        Assert.Equal(PartnerIndexState.Ready, await Index.StateAsync(default));
        Assert.Equal(firm.Id, Assert.Single(await Index.SearchAsync(new PartnerQuery { Limit = 10 }, default)).Id);
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_when_it_comes_again()
    {
        await Index.RebuildAsync();
        var firm = Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔"));
        var generation = Directory.EnumerateDirectories(folder, "generation-*").Single();
        Directory.Move(generation, $"{generation}.away");
        await Assert.ThrowsAnyAsync<IOException>(() => Index.WriteAsync([PartnerChange.Of(firm.Document())], default));
        Directory.Move($"{generation}.away", generation);

        await Index.WriteAsync([PartnerChange.Of(firm.Document())], default);

        Assert.Equal(firm.Id, Assert.Single(await Index.SearchAsync(new PartnerQuery { Limit = 10 }, default)).Id);
    }

    [Fact]
    public async Task Replaced_generations_leave_no_files_behind()
    {
        for (var generation = 0; generation < 3; generation++)
        {
            await Index.RebuildAsync(Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔")).Document());
        }

        Assert.Single(Directory.GetDirectories(folder));
    }

    [Fact]
    public async Task Second_process_is_told_that_the_index_is_in_use()
    {
        await Index.StateAsync(default);
        await using var other = Start();

        var refused = await Assert.ThrowsAsync<IOException>(() => other.GetRequiredService<IPartnerIndex>().StateAsync(default));

        Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_engine_stops_the_start_and_lists_the_allowed_ones()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new KeyValuePair<string, string?>("Search:Engine", "Solr")])
            .Build();

        var refused = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddSearch(configuration, folder));

        Assert.Contains("allowed: Lucene", refused.Message, StringComparison.Ordinal);
    }

    private ServiceProvider Start(string encoder = "")
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Language:Encoder", encoder)]).Build();
        return new ServiceCollection().AddLogging().AddSearch(configuration, folder).BuildServiceProvider();
    }
}

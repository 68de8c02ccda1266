using Microsoft.Extensions.Configuration;

namespace Matchmaking.Benchmarks;

/// <param name="Name">In the report.</param>
/// <param name="Engine">As in <c>Search:Engine</c>.</param>
internal sealed record BenchmarkEngine(string Name, string Engine, IConfiguration Configuration)
{
    public static BenchmarkEngine Embedded { get; } = new("Lucene", "Lucene", new ConfigurationBuilder().Build());

    /// <summary>The embedded one, and those of the servers in <c>MATCHMAKING_TEST_ELASTICSEARCH</c> that ask for no login.</summary>
    public static IReadOnlyList<BenchmarkEngine> All { get; } =
    [
        Embedded,
        .. (Environment.GetEnvironmentVariable("MATCHMAKING_TEST_ELASTICSEARCH") ?? string.Empty)
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Where(address => address.StartsWith("http://", StringComparison.Ordinal))
            .Select(OnServer),
    ];

    private static BenchmarkEngine OnServer(string address) =>
        new(
            new Uri(address).Authority,
            "Elasticsearch",
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Search:Elasticsearch:Addresses", address),
                    new("Search:Elasticsearch:IndexPrefix", "benchmark"),
                    new("Search:Elasticsearch:Replicas", "0"),
                    // What takes longer than the site would wait for is to be measured as well.
                    new("Search:Elasticsearch:SearchTimeoutSeconds", "30"),
                ])
                .Build()
        );
}

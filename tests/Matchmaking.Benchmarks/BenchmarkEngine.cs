using Microsoft.Extensions.Configuration;

namespace Matchmaking.Benchmarks;

/// <summary>The embedded engine, and the servers that <c>MATCHMAKING_TEST_ELASTICSEARCH</c> names.</summary>
internal sealed record BenchmarkEngine(string Name, bool IsEmbedded, IConfiguration Configuration)
{
    public static IReadOnlyList<BenchmarkEngine> All { get; } = [new("Lucene", IsEmbedded: true, new ConfigurationBuilder().Build())];
}

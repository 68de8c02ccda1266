using Matchmaking.IntegrationTests.Site;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(WaitingFirst))]

namespace Matchmaking.IntegrationTests.Site;

/// <summary>
/// Classes that mostly wait, for processes and servers that they start and kill, begin first: beside them others use the cores, and none of
/// them runs alone at the end.
/// </summary>
public sealed class WaitingFirst : ITestCollectionOrderer
{
    private static readonly string[] Waiting = [".Hosting.", ".Elasticsearch.", ".Database."];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. testCollections.OrderByDescending(collection =>
                Array.Exists(Waiting, part => collection.TestCollectionDisplayName.Contains(part, StringComparison.Ordinal))
            ),
        ];
}

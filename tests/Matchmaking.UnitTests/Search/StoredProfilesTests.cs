using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Lucene;
using Xunit;

namespace Matchmaking.UnitTests.Search;

public sealed class StoredProfilesTests : IDisposable
{
    private const int Large = 30;
    private const int Small = 10;

    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;

    public StoredProfilesTests()
    {
        using var writer = new IndexWriter(
            directory,
            new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { MergePolicy = NoMergePolicy.COMPOUND_FILES }
        );
        var documents = new DocumentWriter();
        foreach (var firms in new[] { Large, Small })
        {
            for (var firm = 0; firm < firms; firm++)
            {
                writer.AddDocument(documents.Of(Firm()));
            }

            writer.Commit();
        }

        reader = DirectoryReader.Open(directory);
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void Room_for_kept_profiles_is_shared_by_the_segments_as_they_share_the_firms()
    {
        const int Room = 20;
        var first = ReadAll(Room);

        var kept = first.Zip(ReadAll(Room)).Select(pair => ReferenceEquals(pair.First, pair.Second)).ToList();

        Assert.Equal(2, reader.Leaves.Count);
        Assert.Equal(Room * Large / (Large + Small), kept[..Large].Count(same => same));
        Assert.Equal(Room * Small / (Large + Small), kept[Large..].Count(same => same));
    }

    [Fact]
    public void Whoever_walks_through_all_of_them_keeps_none()
    {
        var first = ReadAll(mostKept: 0);

        Assert.DoesNotContain(true, first.Zip(ReadAll(mostKept: 0)).Select(pair => ReferenceEquals(pair.First, pair.Second)));
    }

    private List<MatchProfile> ReadAll(int mostKept)
    {
        var profiles = new StoredProfiles(reader, mostKept);
        return [.. Enumerable.Range(0, Large + Small).Select(document => profiles.Of(document)!)];
    }

    private static PartnerDocument Firm() =>
        new(CompanyId.New(), Version: 1, new MatchProfile { Country = Country.CN }, [], ["copper"], []);
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Xunit;

namespace Matchmaking.UnitTests.Matching;

public sealed class DocumentStreamTests
{
    [Fact]
    public async Task Firm_that_cannot_be_read_is_named_and_keeps_no_other_out()
    {
        FirmText[] firms = [Firm("한빛"), Firm("澄锂"), Firm("Yeoul")];
        var broken = firms[1] with { Names = null! };
        var refused = new System.Collections.Concurrent.ConcurrentBag<RefusedChange>();

        var documents = await DocumentStream
            .Of(
                new IReadOnlyList<FirmText>[] { [firms[0], broken], [firms[2]] }.ToAsyncEnumerable(),
                Readers.WordsAlone,
                refused,
                CancellationToken.None
            )
            .SelectMany(chunk => chunk)
            .ToListAsync();

        Assert.Equal([firms[0].Id, firms[2].Id], documents.Select(document => document.Id));
        Assert.Equal(broken.Id, Assert.Single(refused).Id);
    }

    private static FirmText Firm(string name) =>
        new(CompanyId.New(), 1, Country.KR, new LocalizedText(name, name, name), string.Empty, string.Empty, VerifiedUntil: null, []);
}

using System.Diagnostics;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>What a real server will not do on demand, to whoever writes.</summary>
public sealed class ElasticsearchWriteAnswersTests : ScriptedPeerTests
{
    [Theory]
    [InlineData(429, "es_rejected_execution_exception")]
    [InlineData(429, "circuit_breaking_exception")]
    [InlineData(503, "unavailable_shards_exception")]
    public async Task Item_that_finds_no_room_is_sent_again_alone_and_waits_longer_each_time(int status, string error)
    {
        var (lucky, unlucky, stale) = (Removal(), Removal(), Removal());
        var left = 3;
        Peer.Script = (http, request) =>
            AnswerBulkAsync(
                http,
                request,
                id =>
                    id == $"{stale.Id}" ? (409, "version_conflict_engine_exception")
                    : id == $"{unlucky.Id}" && left-- > 0 ? (status, error)
                    : (201, null)
            );
        var started = Stopwatch.GetTimestamp();

        Assert.Empty(await Index.WriteAsync([lucky, unlucky, stale], default));

        Assert.Equal(
            [
                [$"{lucky.Id}", $"{unlucky.Id}", $"{stale.Id}"],
                [$"{unlucky.Id}"],
                [$"{unlucky.Id}"],
                [$"{unlucky.Id}"],
            ],
            Peer.Bulks.Select(bulk => bulk.ItemIds)
        );
        // 0.5 + 1 + 2 seconds, a hundredth of them on this clock.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromMilliseconds(35), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Document_at_which_the_server_fails_each_time_is_refused_when_it_takes_others()
    {
        var (good, bad) = (Removal(), Removal());
        Peer.Script = (http, request) =>
            AnswerBulkAsync(http, request, id => id == $"{bad.Id}" ? (500, "null_pointer_exception") : (201, null));

        Assert.Equal(
            new RefusedChange(bad.Id, "null_pointer_exception: as scripted"),
            Assert.Single(await Index.WriteAsync([good, bad], default))
        );
        Assert.Equal([2, 1, 1, 1, 1], Peer.Bulks.Select(bulk => bulk.ItemIds.Count));

        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => Index.WriteAsync([bad], default));
    }

    [Fact]
    public async Task After_five_tries_the_server_counts_as_away()
    {
        Peer.Script = (http, request) => AnswerBulkAsync(http, request, _ => (429, "es_rejected_execution_exception"));

        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => Index.WriteAsync([Removal()], default));

        Assert.Equal(5, Peer.Bulks.Count);
    }

    [Fact]
    public async Task Request_that_is_turned_away_as_a_whole_is_sent_again_as_one()
    {
        var isFirst = true;
        Peer.Script = async (http, request) =>
        {
            if (request.Path != "_bulk" || !isFirst)
            {
                return false;
            }

            isFirst = false;
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            await http.Response.WriteAsync("{}");
            return true;
        };

        Assert.Empty(await Index.WriteAsync([Removal(), Removal()], default));

        Assert.Equal([2, 2], Peer.Bulks.Select(bulk => bulk.ItemIds.Count));
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_once_with_its_reason()
    {
        var (good, bad) = (Removal(), Removal());
        Peer.Script = (http, request) =>
            AnswerBulkAsync(http, request, id => id == $"{bad.Id}" ? (400, "document_parsing_exception") : (201, null));

        var refused = Assert.Single(await Index.WriteAsync([good, bad], default));

        Assert.Equal(new RefusedChange(bad.Id, "document_parsing_exception: as scripted"), refused);
        Assert.Single(Peer.Bulks);
    }

    [Theory]
    [InlineData(403, "cluster_block_exception")]
    [InlineData(429, "cluster_block_exception")]
    [InlineData(403, "security_exception")]
    public async Task Server_that_lets_nothing_be_written_is_not_asked_again_for_now(int status, string error)
    {
        Peer.Script = (http, request) => AnswerBulkAsync(http, request, _ => (status, error));

        var away = await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => Index.WriteAsync([Removal()], default));

        Assert.Contains(error, away.Message, StringComparison.Ordinal);
        Assert.Single(Peer.Bulks);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("half")]
    [InlineData("garbage")]
    [InlineData("fewer")]
    public async Task Batch_whose_answer_was_lost_is_not_sent_again_blindly(string how)
    {
        Peer.Script = async (http, request) =>
        {
            if (request.Path != "_bulk")
            {
                return false;
            }

            switch (how)
            {
                case "cut":
                    http.Abort();
                    break;
                case "half":
                    http.Response.ContentLength = 1000;
                    await http.Response.WriteAsync("""{"items":[""");
                    http.Abort();
                    break;
                case "garbage":
                    await http.Response.WriteAsync("<html>a proxy</html>");
                    break;
                default:
                    await http.Response.WriteAsync("""{"items":[]}""");
                    break;
            }

            return true;
        };

        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => Index.WriteAsync([Removal()], default));

        Assert.Single(Peer.Bulks);
    }

    private static PartnerChange Removal() => PartnerChange.Removal(CompanyId.New(), 1);

    private static async Task<bool> AnswerBulkAsync(HttpContext http, PeerRequest request, Func<string, (int, string?)> status)
    {
        if (request.Path != "_bulk")
        {
            return false;
        }

        await http.Response.WriteAsJsonAsync(ScriptedPeer.BulkAnswer(request, status));
        return true;
    }
}

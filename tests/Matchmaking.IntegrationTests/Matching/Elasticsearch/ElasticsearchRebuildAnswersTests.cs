using Matchmaking.Core.Matching.Indexing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>What a real server will not do on demand, to whoever builds an index.</summary>
public sealed class ElasticsearchRebuildAnswersTests : ScriptedPeerTests
{
    [Fact]
    public async Task Lost_answer_to_the_swap_does_not_take_the_new_index_away()
    {
        Peer.Script = (http, request) =>
        {
            if (request.Path == "_aliases")
            {
                http.Response.OnStarting(() =>
                {
                    http.Abort();
                    return Task.CompletedTask;
                });
            }

            return Task.FromResult(false);
        };

        await Index.RebuildAsync();

        Assert.DoesNotContain(Peer.Requests, request => request.Method == "DELETE");
        Assert.Equal(PartnerIndexState.Ready, await Index.StateAsync(default));
    }

    [Fact]
    public async Task Swap_that_the_server_cannot_make_is_no_rebuild_and_the_old_index_stays()
    {
        Peer.Script = async (http, request) =>
        {
            http.Response.StatusCode = request.Path == "_aliases" ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            return request.Path == "_aliases" && await AnsweredAsync(http);
        };

        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => Index.RebuildAsync());

        var created = Assert.Single(Peer.Requests, request => request.Method == "PUT").Path;
        Assert.Equal(created, Assert.Single(Peer.Requests, request => request.Method == "DELETE").Path);

        static async Task<bool> AnsweredAsync(HttpContext http)
        {
            await http.Response.WriteAsJsonAsync(new { error = new { type = "aliases_not_found_exception", reason = "as scripted" } });
            return true;
        }
    }

    [Fact]
    public async Task Index_that_the_server_does_not_make_is_no_rebuild()
    {
        Peer.Script = (http, request) =>
        {
            http.Response.StatusCode = request.Method == "PUT" ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            return Task.FromResult(request.Method == "PUT");
        };

        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => Index.RebuildAsync());

        Assert.Equal(PartnerIndexState.Ready, await Index.StateAsync(default));
        Assert.Empty(Peer.Bulks);
    }
}

using System.Net;
using System.Text.Json.Serialization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>What a real server will not do on demand, to whoever searches or starts.</summary>
public sealed class ElasticsearchSearchAnswersTests : ScriptedPeerTests
{
    [Fact]
    public async Task Search_that_is_turned_away_or_cut_off_once_is_asked_again()
    {
        var failures = 0;
        Peer.Script = (http, request) =>
        {
            if (request.Path != "_msearch" || failures > 1)
            {
                return Task.FromResult(false);
            }

            if (failures++ == 0)
            {
                http.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            }
            else
            {
                http.Abort();
            }

            return Task.FromResult(true);
        };

        Assert.Empty(await Index.SearchAsync(new PartnerQuery { Limit = 10 }, default));

        Assert.Equal(3, Peer.Requests.Count(request => request.Path == "_msearch"));
    }

    [Fact]
    public async Task Answer_that_trickles_in_is_not_waited_for()
    {
        Peer.Script = async (http, request) =>
        {
            if (request.Path != "_msearch")
            {
                return false;
            }

            await http.Response.WriteAsync("{");
            await http.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };

        var asking = Index.SearchAsync(new PartnerQuery { Limit = 10 }, default);

        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => asking.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Firm_that_the_server_cannot_read_is_not_shown_with_what_another_says()
    {
        await Index.RebuildAsync();
        var index = Peer.Requests.Last(request => request.Method == "PUT").Path;
        Peer.Script = async (http, request) =>
        {
            object? answer = request.Path switch
            {
                "_msearch" => new { responses = new object[] { new { status = 200, hits = new { hits = new[] { Hit(1), Hit(2) } } } } },
                _ when request.Path.EndsWith("/_mget", StringComparison.Ordinal) => new
                {
                    docs = new object[] { new { _id = Hit(1).Id, error = new { type = "io_exception", reason = "as scripted" } } },
                },
                _ => null,
            };
            if (answer is not null)
            {
                await http.Response.WriteAsJsonAsync(answer);
            }

            return answer is not null;
        };

        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() =>
            Index.SearchAsync(new PartnerQuery { Wanted = [new WeightedTerm("铜箔", 1)], Limit = 10 }, default)
        );
        Assert.Contains(
            Peer.Requests,
            request =>
                request.Path == "_msearch" && request.Body.Contains("\"allow_partial_search_results\":false", StringComparison.Ordinal)
        );

        PeerHit Hit(int number) => new(index, new Guid(number, 0, 0, new byte[8]).ToString("N"), 1, 1);
    }

    [Theory]
    [InlineData("_msearch", """{"responses":[]}""")]
    [InlineData("_msearch", """{"took":1}""")]
    [InlineData("_mget", "{}")]
    public async Task Half_an_answer_is_none(string path, string answer)
    {
        await Index.RebuildAsync();
        var index = Peer.Requests.Last(request => request.Method == "PUT").Path;
        var hit = new PeerHit(index, Guid.NewGuid().ToString("N"), 1, 1);
        var found = new { status = 200, hits = new { hits = new[] { hit } } };
        Peer.Script = async (http, request) =>
        {
            if (request.Path.EndsWith(path, StringComparison.Ordinal))
            {
                await http.Response.WriteAsync(answer);
                return true;
            }

            if (request.Path == "_msearch")
            {
                await http.Response.WriteAsJsonAsync(new { responses = new[] { found } });
                return true;
            }

            return false;
        };

        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() =>
            Index.SearchAsync(new PartnerQuery { Wanted = [new WeightedTerm("铜箔", 1)], Limit = 10 }, default)
        );
    }

    [Theory]
    [InlineData("7.17.29")]
    [InlineData("8.18.0")]
    [InlineData("10.0.0")]
    public async Task Server_of_an_unknown_version_stops_the_start(string version)
    {
        await using var other = await ScriptedPeer.StartAsync(version);
        await using var services = ScriptedPeer.Process(other.Address);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartHostedAsync(services));

        Assert.Contains($"the server is {version}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(PartnerIndexState.Unavailable, await services.GetRequiredService<IPartnerIndex>().StateAsync(default));
    }

    [Fact]
    public async Task Server_that_is_away_stops_nothing()
    {
        await using var services = ScriptedPeer.Process(new Uri("http://127.0.0.1:9"));

        await StartHostedAsync(services);

        Assert.Equal(PartnerIndexState.Unavailable, await services.GetRequiredService<IPartnerIndex>().StateAsync(default));
    }

    private static async Task StartHostedAsync(ServiceProvider services)
    {
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(default);
        }
    }
}

internal sealed record PeerHit(
    [property: JsonPropertyName("_index")] string Index,
    [property: JsonPropertyName("_id")] string Id,
    [property: JsonPropertyName("_version")] int Version,
    [property: JsonPropertyName("_score")] double Score
);

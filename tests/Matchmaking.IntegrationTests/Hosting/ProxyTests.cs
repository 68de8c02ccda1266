using System.Net;
using Matchmaking.IntegrationTests.Site;
using Matchmaking.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting;

public sealed class ProxyTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task The_site_answers_to_its_own_name_only(string host, HttpStatusCode status)
    {
        using var client = site.ClientFor();
        client.DefaultRequestHeaders.Host = host;

        Assert.Equal(status, (await client.GetAsync("/about")).StatusCode);
    }

    [Theory]
    [InlineData("10.0.0.7", "https 203.0.113.9", "Proxy:KnownProxies:0", "10.0.0.7")]
    [InlineData("10.0.0.7", "https 203.0.113.9", "Proxy:KnownNetworks:0", "10.0.0.0/8")]
    [InlineData("192.0.2.1", "http 192.0.2.1", "Proxy:KnownNetworks:0", "10.0.0.0/8")]
    [InlineData("127.0.0.1", "http 127.0.0.1", "Proxy:KnownProxies:0", "10.0.0.7")]
    [InlineData("127.0.0.1", "http 127.0.0.1", "Other", "value")]
    public async Task Only_a_known_proxy_is_believed(string from, string seen, string key, string value)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration[key] = value;
        builder.Services.AddProxies(builder.Configuration);
        await using var app = builder.Build();
        app.UseForwardedHeaders();
        app.Run(context => context.Response.WriteAsync($"{context.Request.Scheme} {context.Connection.RemoteIpAddress}"));
        await app.StartAsync(TestContext.Current.CancellationToken);

        var answer = await app.GetTestServer()
            .SendAsync(context =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(from);
                context.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
                context.Request.Headers["X-Forwarded-Proto"] = "https";
            });

        using var reader = new StreamReader(answer.Response.Body);
        Assert.Equal(seen, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Proxy:KnownProxies:0", "proxy")]
    [InlineData("Proxy:KnownNetworks:0", "10.0.0.7/99")]
    public void A_proxy_that_is_none_stops_the_start_by_name(string key, string value)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[key] = value;

        var exception = Assert.Throws<InvalidOperationException>(() => builder.Services.AddProxies(builder.Configuration));

        Assert.Contains($"{key} is '{value}'", exception.Message);
    }
}

namespace Matchmaking.Benchmarks;

/// <summary>Keeps the cookie that the site renews every minute, as a browser does; with the first one it would be renewed at each request.</summary>
internal sealed class RenewedCookies(BenchmarkSite site)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            site.Renew(request, cookies);
        }

        return answer;
    }
}

namespace Matchmaking.Search.Elasticsearch.Server;

/// <summary>
/// Sends each request to a node of the cluster, in turn; one that could not be reached is passed over for a while, longer each time, unless
/// all are so. The whole answer is read here, so that one that breaks off counts as a failure of its node.
/// </summary>
internal sealed class NodeFailover(IReadOnlyList<Uri> addresses, TimeProvider clock) : DelegatingHandler
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>Where a request came in with the address of no node.</summary>
    private static readonly HttpRequestOptionsKey<string> Asked = new("asked");

    private readonly Node[] nodes = [.. addresses.Select(address => new Node(address))];
    private uint turn;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Asked, out var asked))
        {
            asked = request.RequestUri!.PathAndQuery.TrimStart('/');
            request.Options.Set(Asked, asked);
        }

        var node = Next();
        request.RequestUri = new Uri(node.Address, asked);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            node.Rise();
            return response;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            node.Rest(clock.GetUtcNow());
            throw;
        }
    }

    private Node Next()
    {
        var first = Interlocked.Increment(ref turn);
        var now = clock.GetUtcNow();
        var inTurn = Enumerable.Range(0, nodes.Length).Select(step => nodes[(first + (uint)step) % (uint)nodes.Length]).ToList();
        return inTurn.Find(node => node.RestsUntil <= now) ?? inTurn.MinBy(node => node.RestsUntil)!;
    }

    private sealed class Node(Uri address)
    {
        private readonly Lock changing = new();
        private TimeSpan rest;
        private DateTimeOffset restsUntil;

        public Uri Address => address;

        public DateTimeOffset RestsUntil
        {
            get
            {
                lock (changing)
                {
                    return restsUntil;
                }
            }
        }

        public void Rest(DateTimeOffset now)
        {
            lock (changing)
            {
                rest = rest == TimeSpan.Zero ? FirstRest : rest * 2;
                rest = rest < LongestRest ? rest : LongestRest;
                restsUntil = now + rest;
            }
        }

        public void Rise()
        {
            lock (changing)
            {
                (rest, restsUntil) = (TimeSpan.Zero, DateTimeOffset.MinValue);
            }
        }
    }
}

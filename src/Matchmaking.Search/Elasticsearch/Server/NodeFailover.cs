namespace Matchmaking.Search.Elasticsearch.Server;

/// <summary>
/// Sends each request to a node of the cluster, in turn; one that could not be reached, or is silent, is passed over for a while, longer each
/// time, unless all are so. The whole answer is read here, so that one that breaks off counts as a failure of its node.
/// </summary>
internal sealed class NodeFailover(IReadOnlyList<Uri> addresses, TimeProvider clock) : DelegatingHandler
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>Where a request came in with the address of no node.</summary>
    private static readonly HttpRequestOptionsKey<string> Asked = new("asked");

    private static readonly HttpRequestOptionsKey<Node> Chosen = new("node");

    private readonly Node[] nodes = [.. addresses.Select(address => new Node(address, clock))];
    private uint turn;

    /// <summary>An attempt took too long: the node that it went to is passed over for a while.</summary>
    public static void GiveUp(HttpRequestMessage attempt)
    {
        if (attempt.Options.TryGetValue(Chosen, out var node))
        {
            node.Rest();
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Asked, out var asked))
        {
            asked = request.RequestUri!.PathAndQuery.TrimStart('/');
            request.Options.Set(Asked, asked);
        }

        var node = Next();
        request.RequestUri = new Uri(node.Address, asked);
        request.Options.Set(Chosen, node);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            node.Rise();
            return response;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            node.Rest();
            throw;
        }
        catch (OperationCanceledException exception) when (exception.InnerException is TimeoutException)
        {
            // What the runtime calls a cancelled request is a connection that never came: another node may be asked, also to do work.
            node.Rest();
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"{node.Address} does not answer.", exception);
        }
    }

    private Node Next()
    {
        var first = Interlocked.Increment(ref turn);
        var now = clock.GetUtcNow();
        var inTurn = Enumerable.Range(0, nodes.Length).Select(step => nodes[(first + (uint)step) % (uint)nodes.Length]).ToList();
        return inTurn.Find(node => node.RestsUntil <= now) ?? inTurn.MinBy(node => node.RestsUntil)!;
    }

    private sealed class Node(Uri address, TimeProvider clock)
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

        public void Rest()
        {
            lock (changing)
            {
                rest = rest == TimeSpan.Zero ? FirstRest : rest * 2;
                rest = rest < LongestRest ? rest : LongestRest;
                restsUntil = clock.GetUtcNow() + rest;
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

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Matchmaking.Core.Matching.Indexing;
using Microsoft.Extensions.Logging;
using Polly;

namespace Matchmaking.Search.Elasticsearch.Server;

/// <summary>
/// JSON over HTTP in two manners: questions, which pages wait for, and work, which takes its time. A server that is away or refuses all is
/// told from a request that is wrong, and the log hears when the one begins and ends.
/// </summary>
internal sealed partial class ElasticsearchClient(HttpClient asking, HttpClient working, ILogger<ElasticsearchClient> logger) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Lock checking = new();
    private Task<ServerVersion>? check;
    private volatile ServerVersion? version;
    private int isAway;

    /// <returns>Null for what is not there. The caller disposes it.</returns>
    /// <exception cref="PartnerIndexUnavailableException" />
    /// <exception cref="InvalidOperationException">The request is wrong.</exception>
    public Task<JsonDocument?> AskAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        SendAsync(asking, method, path, body, cancellationToken);

    /// <inheritdoc cref="AskAsync" />
    public Task<JsonDocument?> WorkAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        SendAsync(working, method, path, body, cancellationToken);

    /// <summary>Work whose answer speaks for each part apart; it is sent once, unless no node was reached.</summary>
    /// <returns>Null where the server takes nothing at this moment.</returns>
    /// <exception cref="PartnerIndexUnavailableException" />
    public async Task<JsonDocument?> BulkAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        await CheckVersionAsync(cancellationToken);
        using var response = await ReachAsync(working, HttpMethod.Post, "_bulk", body, cancellationToken);
        return response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
            ? null
            : await ReadAsync(response, "_bulk", cancellationToken);
    }

    /// <returns>What is wrong with a server that this product cannot work with, or null.</returns>
    /// <exception cref="PartnerIndexUnavailableException" />
    public async Task<string?> ComplaintAsync(CancellationToken cancellationToken)
    {
        if (version is { } known)
        {
            return known.Complaint;
        }

        Task<ServerVersion> running;
        lock (checking)
        {
            // Of a server that is silent, all who come together wait for the same answer.
            running = check is { IsCompleted: false } ? check : check = ReadVersionAsync();
        }

        return (await running.WaitAsync(cancellationToken)).Complaint;
    }

    public void Dispose()
    {
        asking.Dispose();
        working.Dispose();
    }

    private async Task<ServerVersion> ReadVersionAsync()
    {
        using var response = await ReachAsync(asking, HttpMethod.Get, string.Empty, default, CancellationToken.None);
        using var answer = await ReadAsync(response, "/", CancellationToken.None);
        var read = ServerVersion.Of(answer);
        version = read;
        LogServer(read.Number);
        return read;
    }

    private async Task<JsonDocument?> SendAsync(
        HttpClient client,
        HttpMethod method,
        string path,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        await CheckVersionAsync(cancellationToken);
        using var response = await ReachAsync(client, method, path, body, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(response, path, cancellationToken);
    }

    private async Task CheckVersionAsync(CancellationToken cancellationToken)
    {
        if (await ComplaintAsync(cancellationToken) is { } complaint)
        {
            throw Away(complaint);
        }
    }

    private async Task<HttpResponseMessage> ReachAsync(
        HttpClient client,
        HttpMethod method,
        string path,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (!body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        }

        try
        {
            return await client.SendAsync(request, cancellationToken);
        }
        catch (Exception exception)
            when (!cancellationToken.IsCancellationRequested
                && exception is HttpRequestException or IOException or ExecutionRejectedException or OperationCanceledException
            )
        {
            throw Away($"The search server cannot be reached or answers too late: {exception.Message}", exception);
        }
    }

    private async Task<JsonDocument> ReadAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var reason = $"The search server answers {(int)response.StatusCode} to {path}: {await ReasonAsync(body, cancellationToken)}";
            throw (int)response.StatusCode is 401 or 403 or 408 or 429 or >= 500 ? Away(reason) : new InvalidOperationException(reason);
        }

        try
        {
            var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            if (Interlocked.Exchange(ref isAway, 0) == 1)
            {
                LogBack();
            }

            return answer;
        }
        catch (JsonException exception)
        {
            throw Away($"The search server answers {path} with what is not JSON: {exception.Message}", exception);
        }
    }

    private static async Task<string> ReasonAsync(Stream body, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        try
        {
            using var answer = JsonDocument.Parse(text);
            return ErrorOf(answer.RootElement.GetProperty("error"));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return text.Length > 200 ? text[..200] : text;
        }
    }

    /// <summary>Type and reason of an error object.</summary>
    public static string ErrorOf(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return error.ToString();
        }

        var cause = error.TryGetProperty("caused_by", out var inner) ? $" ({ErrorOf(inner)})" : string.Empty;
        return $"{Text(error, "type")}: {Text(error, "reason")}{cause}";
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.ToString() : null;

    /// <summary>Tells the log when it begins.</summary>
    public PartnerIndexUnavailableException Away(string reason, Exception? inner = null)
    {
        if (Interlocked.Exchange(ref isAway, 1) == 0)
        {
            LogAway(reason);
        }

        return new PartnerIndexUnavailableException(reason, inner);
    }

    [LoggerMessage(LogLevel.Information, "The search server is Elasticsearch {Version}.")]
    private partial void LogServer(string version);

    [LoggerMessage(LogLevel.Error, "Search is not at hand: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Information, "Search is back.")]
    private partial void LogBack();
}

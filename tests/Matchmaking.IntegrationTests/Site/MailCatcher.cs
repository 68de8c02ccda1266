using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Matchmaking.IntegrationTests.Site;

/// <summary>A mail server on the loopback address that keeps each mail as it came.</summary>
internal sealed class MailCatcher : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource<string> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> mails = [];

    public MailCatcher()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The first one.</summary>
    public Task<string> Received => first.Task;

    /// <summary>All that were taken over, in the order of their coming.</summary>
    public IReadOnlyCollection<string> Mails => mails;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ReceiveAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ReceiveAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (IOException)
            {
                // Whoever was sending has died; a mail that was not taken over by then does not count.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 catcher");
        while (await reader.ReadLineAsync() is { } command)
        {
            switch (command.Split(' ')[0])
            {
                case "EHLO":
                    await writer.WriteLineAsync("250 8BITMIME");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    if (await ReadMailAsync(reader) is { } mail)
                    {
                        mails.Enqueue(mail);
                        first.TrySetResult(mail);
                        await writer.WriteLineAsync("250 taken");
                    }

                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 fine");
                    break;
            }
        }
    }

    /// <returns>Null when it ends in the middle.</returns>
    private static async Task<string?> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == ".")
            {
                return mail.ToString();
            }

            mail.Append(line).Append("\r\n");
        }

        return null;
    }
}

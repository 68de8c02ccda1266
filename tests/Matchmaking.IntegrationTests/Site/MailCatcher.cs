using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Matchmaking.IntegrationTests.Site;

/// <summary>A mail server on the loopback address that takes one mail and keeps it as it came.</summary>
internal sealed class MailCatcher : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public MailCatcher()
    {
        listener.Start();
        Received = ReceiveAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Task<string> Received { get; }

    public void Dispose() => listener.Dispose();

    private async Task<string> ReceiveAsync()
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 catcher");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } command)
        {
            switch (command.Split(' ')[0])
            {
                case "EHLO":
                    await writer.WriteLineAsync("250 8BITMIME");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    while (await reader.ReadLineAsync() is { } line && line != ".")
                    {
                        mail.Append(line).Append("\r\n");
                    }

                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return mail.ToString();
                default:
                    await writer.WriteLineAsync("250 fine");
                    break;
            }
        }

        return mail.ToString();
    }
}

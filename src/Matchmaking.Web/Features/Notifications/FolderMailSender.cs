using Matchmaking.Core.Notifications;
using Matchmaking.Web.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>Writes each mail as a readable .eml file into the data folder's <c>mail</c>; a repeated mail replaces its first file.</summary>
internal sealed class FolderMailSender(DataFolder data, IOptions<MailOptions> options, TimeProvider clock) : IMailSender
{
    private readonly string folder = data.Sub("mail");

    public async Task SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        var mime = MimeMessages.Create(message, new MailboxAddress("Matchmaking", options.Value.From), clock.GetUtcNow());
        mime.Prepare(EncodingConstraint.EightBit);
        var format = FormatOptions.Default.Clone();
        format.International = true;
        var path = Path.Combine(folder, $"{message.Id:N}-{FileNameOf(message.To.Address)}.eml");
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        await using (var file = File.Create(unfinished))
        {
            await mime.WriteToAsync(format, file, cancellationToken);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static string FileNameOf(string address) =>
        string.Concat(address.Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '@' or '.' or '-' or '_' or '+' ? sign : '_'));
}

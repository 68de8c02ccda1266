using System.Security.Cryptography;
using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Notifications;
using MimeKit;
using MimeKit.Text;

namespace Matchmaking.Web.Features.Notifications;

internal static class MimeMessages
{
    public static MimeMessage Create(MailMessage message, MailboxAddress from, DateTimeOffset now)
    {
        var mime = new MimeMessage
        {
            Subject = message.Subject,
            Date = now,
            MessageId = $"{message.Id:N}.{Short(message.To.Address)}@{from.Domain}",
            Body = BodyOf(message),
        };
        mime.From.Add(from);
        mime.To.Add(new MailboxAddress(NameOf(message.To), message.To.Address));
        // Keeps absence notes of the recipient's mailbox from coming back.
        mime.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mime;
    }

    private static MimeEntity BodyOf(MailMessage message)
    {
        var alternative = new MultipartAlternative
        {
            TextOf(TextFormat.Plain, message.Text, message),
            TextOf(TextFormat.Html, message.Html, message),
        };
        if (message.Attachments.Count == 0)
        {
            return alternative;
        }

        var mixed = new Multipart("mixed") { alternative };
        foreach (var attachment in message.Attachments)
        {
            var part = PartOf(attachment);
            if (part.ContentType.IsMimeType("text", "calendar") && part.ContentType.Parameters["method"] != "PUBLISH")
            {
                // Calendar programs offer "accept" only for the alternative; the attachment serves all others, and several entries at once.
                alternative.Add(PartOf(attachment));
            }

            part.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment);
            part.FileName = attachment.FileName;
            mixed.Add(part);
        }

        return mixed;
    }

    private static TextPart TextOf(TextFormat format, string text, MailMessage message)
    {
        var part = new TextPart(format) { Text = text };
        part.Headers.Add(HeaderId.ContentLanguage, message.To.Language.ToCulture());
        return part;
    }

    private static MimePart PartOf(MailAttachment attachment) =>
        new(ContentType.Parse(attachment.ContentType)) { Content = new MimeContent(new MemoryStream(attachment.Content.ToArray())) };

    /// <summary>Signs that have a meaning in an address line could turn a name into further recipients.</summary>
    private static string NameOf(MailRecipient recipient) =>
        recipient.Name == recipient.Address
            ? string.Empty
            : string.Concat(
                    recipient.Name.Select(sign =>
                        char.IsControl(sign) || "<>()[]@,;:\\\"".Contains(sign, StringComparison.Ordinal) ? ' ' : sign
                    )
                )
                .Trim();

    private static string Short(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToUpperInvariant())))[..12];
}

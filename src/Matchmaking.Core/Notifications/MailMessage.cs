using Matchmaking.Core.Common;
using Matchmaking.Core.Identity;

namespace Matchmaking.Core.Notifications;

/// <summary>A mail as it leaves: one recipient, one language, the same words as plain text and as simple HTML.</summary>
/// <param name="Id">What caused the mail. With the recipient it is the mail's identity, so that a repeated one is not shown twice.</param>
public sealed record MailMessage(Guid Id, MailRecipient To, string Subject, string Text, string Html)
{
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}

/// <param name="Language">The language that the recipient reads.</param>
public sealed record MailRecipient(string Name, string Address, LanguageCode Language)
{
    public static MailRecipient Of(AppUser user) => new(user.DisplayName, user.Email!, user.Language);
}

/// <param name="ContentType">With its parameters, as in <c>text/calendar; method=REQUEST; charset=utf-8</c>.</param>
public sealed record MailAttachment(string FileName, string ContentType, ReadOnlyMemory<byte> Content);

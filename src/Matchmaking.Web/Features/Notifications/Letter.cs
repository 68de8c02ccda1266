using Matchmaking.Core.Common;
using Matchmaking.Core.Notifications;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>A mail while it is written, part by part; the layout makes plain text and HTML of the same parts.</summary>
internal sealed class Letter(IStringLocalizer<Texts> texts, SiteAddress site, MailRecipient recipient)
{
    private readonly List<LetterPart> parts = [];
    private readonly List<MailAttachment> attachments = [];
    private string subject = string.Empty;

    /// <summary>Texts in the recipient's language.</summary>
    public IStringLocalizer<Texts> T { get; } = texts;

    public MailRecipient Recipient { get; } = recipient;

    public LanguageCode Language => Recipient.Language;

    /// <summary>People's own words may stand in it: whatever would start a new line is dropped.</summary>
    public string Subject
    {
        get => subject;
        set => subject = string.Concat(value.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
    }

    public IReadOnlyList<LetterPart> Parts => parts;

    public IReadOnlyList<MailAttachment> Attachments => attachments;

    public Letter Paragraph(string text) => Add(new LetterParagraph(text));

    /// <summary>What a person or firm wrote, shown as theirs and in their language.</summary>
    public Letter Quote(string text, LanguageCode language) => Add(new LetterQuote(text, language));

    /// <summary>Labels with values: times, places, names.</summary>
    public Letter Facts(params (string Label, string Value)[] facts) => Add(new LetterFacts(facts));

    /// <summary>The one thing that the recipient can do next; the address is also written out.</summary>
    public Letter Action(string label, string path, params (string Name, string Value)[] query) =>
        Add(new LetterAction(label, site.LinkTo(path, query)));

    public Letter Attach(MailAttachment attachment)
    {
        attachments.Add(attachment);
        return this;
    }

    private Letter Add(LetterPart part)
    {
        parts.Add(part);
        return this;
    }
}

internal abstract record LetterPart;

internal sealed record LetterParagraph(string Text) : LetterPart;

internal sealed record LetterQuote(string Text, LanguageCode Language) : LetterPart;

internal sealed record LetterFacts(IReadOnlyList<(string Label, string Value)> Facts) : LetterPart;

internal sealed record LetterAction(string Label, string Address) : LetterPart;

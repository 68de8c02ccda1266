using System.Text;
using System.Text.Encodings.Web;
using Matchmaking.Core.Common;
using Matchmaking.Web.Hosting;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>The one frame of all mails: greeting, parts, who sent it. Nothing in it is fetched from anywhere.</summary>
internal static class LetterLayout
{
    private const string Ink = "#16202a";
    private const string Muted = "#5b6874";
    private const string Accent = "#0b5d66";

    public static string Text(Letter letter, SiteAddress site)
    {
        var text = new StringBuilder().Append(Greeting(letter)).Append("\n\n");
        foreach (var part in letter.Parts)
        {
            text.Append(
                part switch
                {
                    LetterParagraph paragraph => paragraph.Text,
                    LetterQuote quote => "> " + quote.Text.ReplaceLineEndings("\n> "),
                    LetterFacts facts => string.Join('\n', facts.Facts.Select(fact => Pair(letter, fact.Label, fact.Value))),
                    LetterAction action => $"{Pair(letter, action.Label, string.Empty).TrimEnd()}\n{action.Address}",
                    _ => throw new NotSupportedException(part.GetType().Name),
                }
            );
            text.Append("\n\n");
        }

        return text.Append("-- \n").Append(Signature(letter)).Append('\n').Append(site.Root.AbsoluteUri).Append('\n').ToString();
    }

    public static string Html(Letter letter, SiteAddress site, HtmlEncoder encoder)
    {
        var body = string.Concat(letter.Parts.Select(part => Html(part, encoder)));
        var language = letter.Language.ToCulture();
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head><meta charset="utf-8"><title>{encoder.Encode(letter.Subject)}</title></head>
            <body style="margin:0;padding:24px;background:#fbfaf7;color:{Ink};font-family:sans-serif;font-size:16px;line-height:1.6{(letter.Language == LanguageCode.Ko ? ";word-break:keep-all" : string.Empty)}">
            <div style="max-width:34em;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #d9dfe5">
            <p style="margin:0 0 24px;font-weight:bold;color:{Accent}">Matchmaking</p>
            <p>{encoder.Encode(Greeting(letter))}</p>
            {body}<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #d9dfe5;color:{Muted};font-size:14px">{encoder.Encode(
                Signature(letter)
            )}<br>{encoder.Encode(site.Root.AbsoluteUri)}</p>
            </div>
            </body>
            </html>

            """;
    }

    private static string Html(LetterPart part, HtmlEncoder encoder) =>
        part switch
        {
            LetterParagraph paragraph => $"<p>{Lines(paragraph.Text, encoder)}</p>\n",
            LetterQuote quote =>
                $"<blockquote lang=\"{quote.Language.ToCulture()}\" style=\"margin:16px 0;padding:0 0 0 16px;border-left:3px solid #d9dfe5\">{Lines(quote.Text, encoder)}</blockquote>\n",
            LetterFacts facts =>
                $"<table style=\"border-collapse:collapse\">{string.Concat(facts.Facts.Select(fact => Row(fact, encoder)))}</table>\n",
            LetterAction action =>
                $"<p style=\"margin:24px 0 8px\"><a href=\"{encoder.Encode(action.Address)}\" style=\"display:inline-block;padding:10px 18px;background:{Accent};color:#ffffff;text-decoration:none\">{encoder.Encode(action.Label)}</a></p>\n"
                    + $"<p style=\"color:{Muted};font-size:14px;word-break:break-all\">{encoder.Encode(action.Address)}</p>\n",
            _ => throw new NotSupportedException(part.GetType().Name),
        };

    private static string Row((string Label, string Value) fact, HtmlEncoder encoder) =>
        $"<tr><th style=\"padding:4px 16px 4px 0;text-align:left;vertical-align:top;font-weight:normal;color:{Muted}\">{encoder.Encode(fact.Label)}</th><td style=\"padding:4px 0;vertical-align:top\">{Lines(fact.Value, encoder)}</td></tr>";

    private static string Lines(string text, HtmlEncoder encoder) =>
        string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(encoder.Encode));

    private static string Pair(Letter letter, string label, string value) => letter.T["{0}: {1}", label, value];

    /// <summary>Of whom is invited only the address is known.</summary>
    private static string Greeting(Letter letter) =>
        letter.Recipient.Name == letter.Recipient.Address ? letter.T["Hello,"] : letter.T["Dear {0},", letter.Recipient.Name];

    private static string Signature(Letter letter) =>
        letter.T["Matchmaking brings Chinese and Korean firms together. We never ask for your password by mail."];
}

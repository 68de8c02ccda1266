using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Notifications;

namespace Matchmaking.Web.Features.Matching.SavedSearches;

/// <summary>The digest: one mail for all saved searches of a person, naming the firms that newly fit.</summary>
internal sealed class SavedSearchMail(ReadDigest read, Mailer mailer) : OneMessageHandler
{
    private const int NamesShown = 5;

    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await read.ExecuteAsync(Guid.Parse(message.Payload), cancellationToken) is { } digest)
        {
            await mailer.SendAsync(
                message,
                MailRecipient.Of(digest.Recipient),
                letter => Write(letter, digest.Searches),
                cancellationToken
            );
        }
    }

    private static void Write(Letter letter, IReadOnlyList<DigestedSearch> searches)
    {
        letter.Subject = letter.T["New firms for “{0}”", searches[0].Name];
        if (searches.Count > 1)
        {
            letter.Subject = letter.T["New firms for {0} saved searches", searches.Count];
        }

        letter
            .Paragraph(letter.T["These firms have come to fit what you saved, the best first:"])
            .Facts([.. searches.Select(search => (search.Name, Names(letter, search)))])
            .Action(letter.T["See the saved searches"], "/saved-searches")
            .Paragraph(letter.T["On that page you choose how often this mail comes, or that it does not."]);
    }

    private static string Names(Letter letter, DigestedSearch search)
    {
        var names = search.Firms.Take(NamesShown).Select(firm => firm.For(letter.Language)).ToList();
        if (search.Firms.Count > NamesShown)
        {
            names.Add(letter.T["and {0} more", search.Firms.Count - NamesShown]);
        }

        return string.Join('\n', names);
    }
}

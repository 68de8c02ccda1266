using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Matchmaking.IntegrationTests.Site;

/// <summary>Reads what the site has mailed: the .eml files in its data folder.</summary>
internal sealed class Mailbox(SiteFactory site)
{
    /// <summary>Waits, at most a minute, for the newest mail to the address.</summary>
    public async Task<MimeMessage> NewestAsync(string address, int count = 1)
    {
        var patience = DateTime.UtcNow.AddMinutes(1);
        while (true)
        {
            var mails = All(address);
            if (mails.Count >= count)
            {
                return await MimeMessage.LoadAsync(mails[^1]);
            }

            if (DateTime.UtcNow > patience)
            {
                throw new TimeoutException(
                    $"{mails.Count} of {count} mails to {address} came in a minute. Waiting: {await WaitingAsync()}"
                );
            }

            await Task.Delay(20);
        }
    }

    public IReadOnlyList<string> All(string address)
    {
        var folder = Path.Combine(site.DataFolder, "mail");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, $"*-{address}.eml").Order(StringComparer.Ordinal)] : [];
    }

    private Task<string> WaitingAsync() =>
        site.WithDatabaseAsync(async db =>
        {
            var messages = await db.OutboxMessages.Where(message => message.ProcessedAt == null).ToListAsync();
            var leases = await db.WorkerLeases.Where(lease => lease.Holder != string.Empty).ToListAsync();
            return string.Join(
                "; ",
                [
                    .. messages.Select(message => $"{message.Handler} {message.Kind} until {message.NotBefore:O}: {message.LastError}"),
                    .. leases.Select(lease => $"{lease.Name} held until {lease.ExpiresAt:O}"),
                ]
            );
        });
}

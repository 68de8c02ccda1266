using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>What a digest tells, as it stands when the mail is written: firms that were withdrawn or seen in between are left out.</summary>
public sealed class ReadDigest(AppDbContext db)
{
    /// <returns>Null when nothing is left to tell.</returns>
    public async Task<Digest?> ExecuteAsync(Guid id, CancellationToken cancellationToken)
    {
        var finds = await (
            from find in db.NewFinds(db.LiveSavedSearches().AsNoTracking().Where(search => search.Alert != SavedSearchAlert.None))
            where find.DigestId == id
            join search in db.Set<SavedSearch>() on find.SearchId equals search.Id
            join company in db.Companies on find.CompanyId equals company.Id
            select new
            {
                find.Place,
                search.UserId,
                search.Id,
                search.Name,
                Names = company.Profile.Names,
            }
        ).ToListAsync(cancellationToken);
        if (finds.Count == 0)
        {
            return null;
        }

        var person = finds[0].UserId;
        var recipient = await db.Users.AsNoTracking().SingleAsync(user => user.Id == person, cancellationToken);
        var alphabet = CultureInfo.GetCultureInfo(recipient.Language.ToCulture());
        var searches = finds
            .GroupBy(find => (find.Id, find.Name))
            .OrderBy(search => search.Key.Name, StringComparer.Create(alphabet, CompareOptions.None))
            .Select(search => new DigestedSearch(search.Key.Name, [.. search.OrderBy(find => find.Place).Select(find => find.Names)]));
        return new Digest(recipient, [.. searches]);
    }
}

public sealed record Digest(AppUser Recipient, IReadOnlyList<DigestedSearch> Searches);

/// <param name="Firms">Their names, best first.</param>
public sealed record DigestedSearch(string Name, IReadOnlyList<LocalizedText> Firms);

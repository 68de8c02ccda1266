using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Terms;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings.MetTitles;

/// <summary>
/// Listings of two languages between which both firms agreed to meet although their titles name no concept in common: perhaps their words
/// mean the same. The latest meetings are looked at. Which firms they were is no business of the reader's.
/// </summary>
public sealed class ListMetTitles(AppDbContext db, CurrentGlossary glossary)
{
    private const int PageSize = 10;
    private const int MeetingLimit = 500;

    public async Task<Result<Page<MetPair>>> ExecuteAsync(int page, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayTeach())
        {
            return Error.NotFound;
        }

        var met = await (
            from meeting in db.MeetingRequests.AsNoTracking()
            where meeting.ContactsOpenedAt != null
            join asking in db.Listings on meeting.AskingListingId equals asking.Id
            join asked in db.Listings on meeting.AskedListingId equals asked.Id
            where asking.Content.Language != asked.Content.Language
            orderby meeting.ContactsOpenedAt descending
            select new
            {
                Asking = new MetTitle(asking.Id, asking.Content.Language, asking.Content.Title),
                Asked = new MetTitle(asked.Id, asked.Content.Language, asked.Content.Title),
                At = meeting.ContactsOpenedAt!.Value,
            }
        )
            .Take(MeetingLimit)
            .ToListAsync(cancellationToken);
        var dismissed = await db.Set<DismissedPair>().Select(pair => new { pair.First, pair.Second }).ToHashSetAsync(cancellationToken);
        var open = met.Select(item => MetPair.Of(item.Asking, item.Asked, item.At))
            .DistinctBy(pair => (pair.First.Id, pair.Second.Id))
            .Where(pair => !dismissed.Contains(new { First = pair.First.Id, Second = pair.Second.Id }) && !Share(pair))
            .ToList();
        var number = Math.Clamp(page, 1, Math.Max(1, (open.Count + PageSize - 1) / PageSize));
        return new Page<MetPair>([.. open.Skip((number - 1) * PageSize).Take(PageSize)], number, PageSize, open.Count);
    }

    private bool Share(MetPair pair) =>
        glossary
            .Value.Finder.Find(pair.First.Title)
            .Select(mention => mention.Concept.Id)
            .Intersect(glossary.Value.Finder.Find(pair.Second.Title).Select(mention => mention.Concept.Id))
            .Any();
}

public sealed record MetTitle(ListingId Id, LanguageCode Language, string Title);

/// <summary>In the order of their languages, whoever asked.</summary>
public sealed record MetPair(MetTitle First, MetTitle Second, DateTime At)
{
    internal static MetPair Of(MetTitle one, MetTitle other, DateTime at) =>
        one.Language < other.Language ? new(one, other, at) : new(other, one, at);
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Matchmaking.Core.Meetings;

public sealed record MeetingListing(ListingId Id, MeetingSubject Subject);

/// <summary>What stands open between the two firms already.</summary>
public sealed record OpenMeeting(MeetingRequestId Id, bool TheyAsked);

/// <param name="IsUsed">Somebody acts for the firm here, and can answer.</param>
/// <param name="Pending">How many of our requests wait for an answer.</param>
public sealed record MeetingRequestPage(
    MeetingFirm Theirs,
    Country OwnCountry,
    bool IsUsed,
    MeetingListing? TheirListing,
    IReadOnlyList<MeetingListing> OwnListings,
    IReadOnlyList<MeetingPerson> Colleagues,
    OpenMeeting? Open,
    int Pending,
    int PendingLimit
);

/// <summary>All that the form for a request shows around its fields.</summary>
public sealed class PrepareMeetingRequest(AppDbContext db, IOptions<MeetingOptions> options, TimeProvider clock)
{
    public async Task<Result<MeetingRequestPage>> ExecuteAsync(
        CompanyId company,
        ListingId? theirListing,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var own = actor.CompanyId!.Value;
        var firms = await db.FirmsAsync([own, company], cancellationToken);
        if (!firms.TryGetValue(company, out var theirs) || theirs.Country == firms[own].Country)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var listings = await db
            .Listings.AsNoTracking()
            .Where(listing => listing.State == ListingState.Published && (listing.CompanyId == own || listing.Id == theirListing))
            .OrderByDescending(listing => listing.PublishedAt)
            .Select(listing => new
            {
                listing.Id,
                listing.CompanyId,
                listing.Content.Title,
                listing.Content.Language,
            })
            .ToListAsync(cancellationToken);
        var pair = MeetingRequest.PairOf(own, company);
        var open = await db
            .MeetingRequests.AsNoTracking()
            .AsSplitQuery()
            .SingleOrDefaultAsync(meeting => meeting.OpenPair == pair, cancellationToken);
        var isOpen = open is not null && open.StateAt(now) != MeetingState.Expired && !(open.Agreed?.End <= now);
        return new MeetingRequestPage(
            theirs,
            firms[own].Country,
            await db.Memberships.AnyAsync(member => member.CompanyId == company, cancellationToken),
            listings
                .Where(listing => listing.CompanyId == company)
                .Select(listing => new MeetingListing(listing.Id, new MeetingSubject(listing.Title, listing.Language)))
                .FirstOrDefault(),
            [
                .. listings
                    .Where(listing => listing.CompanyId == own)
                    .Select(listing => new MeetingListing(listing.Id, new MeetingSubject(listing.Title, listing.Language))),
            ],
            await db.MembersAsync(own, cancellationToken),
            isOpen ? new OpenMeeting(open!.Id, open.AskedCompanyId == own && open.State == MeetingState.Sent) : null,
            await db.MeetingRequests.CountAsync(
                meeting => meeting.AskingCompanyId == own && meeting.State == MeetingState.Sent && meeting.ExpiresAt > now,
                cancellationToken
            ),
            options.Value.PendingLimit
        );
    }
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Matchmaking.Core.Meetings;

/// <param name="Person">Who of the asking firm takes part.</param>
/// <param name="TheirListing">A live listing of the asked firm, if it is about one.</param>
/// <param name="OwnListing">A listing of the asking firm, likewise.</param>
public sealed record MeetingAsk(
    CompanyId Company,
    Guid Person,
    ListingId? TheirListing,
    ListingId? OwnListing,
    MeetingFormat Format,
    IReadOnlyList<TimeSlot> Times,
    string Message,
    LanguageCode Language
);

/// <summary>
/// Sends a request, or, when the other firm has asked at the same time, makes one accepted meeting of the two. Both the open pair and
/// the place in the quota are unique keys: whoever loses a race for one looks again and acts on what is there now.
/// </summary>
public sealed class AskForMeeting(
    AppDbContext db,
    OutboxWriter outbox,
    TakenTimes takenTimes,
    ExpireMeetings expire,
    IOptions<MeetingOptions> options,
    TimeProvider clock
)
{
    private const int Attempts = 12;

    /// <summary>From one firm to another within a week.</summary>
    private const int PairLimit = 5;

    public async Task<Result<MeetingRequestId>> ExecuteAsync(MeetingAsk ask, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (actor.CompanyId is not { } own || await PartiesAsync(ask, own, cancellationToken) is not var (asking, asked))
        {
            return Error.NotFound;
        }

        await expire.ExecuteAsync(own, cancellationToken);
        var pair = MeetingRequest.PairOf(own, ask.Company);
        if (await AlreadyOpenAsync(pair, own, now, cancellationToken) is { } already)
        {
            return already;
        }

        var proposal = new MeetingProposal(ask.Times, ask.Message, ask.Language, options.Value.AnswerWithin);
        var checkedResult = await CheckAsync(proposal, ask, own, now, cancellationToken);
        if (!checkedResult.Succeeded)
        {
            // The asker's time may be taken by this very meeting, which a colleague's request has just made.
            return await AlreadyOpenAsync(pair, own, now, cancellationToken) is { } meanwhile
                ? meanwhile
                : Result<MeetingRequestId>.Failure(checkedResult.Errors);
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var open = await db
                .MeetingRequests.AsSingleQuery()
                .SingleOrDefaultAsync(meeting => meeting.OpenPair == pair, cancellationToken);
            var result = open is null
                ? await StartAsync(
                    asking,
                    asked,
                    proposal,
                    ask.Format,
                    new MeetingActor(MeetingSide.Asking, actor.UserId, now),
                    cancellationToken
                )
                : await MergeAsync(open, asking, proposal, new MeetingActor(MeetingSide.Asked, actor.UserId, now), cancellationToken);
            if (!result.Succeeded)
            {
                return Result<MeetingRequestId>.Failure(result.Errors);
            }

            outbox.Add(MeetingEvents.OfStep(result.Value));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return result.Value.Id;
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Caused(exception))
            {
                db.ChangeTracker.Clear();
            }
        }

        return MeetingErrors.Busy;
    }

    /// <summary>The error when the pair's open request is the firm's own, or is agreed already; null when asking would start or merge one.</summary>
    private async Task<Error?> AlreadyOpenAsync(string pair, CompanyId own, DateTime now, CancellationToken cancellationToken)
    {
        var open = await db
            .MeetingRequests.AsNoTracking()
            .AsSingleQuery()
            .SingleOrDefaultAsync(meeting => meeting.OpenPair == pair, cancellationToken);
        return open is not null && StandsInTheWay(open, own, now) ? MeetingErrors.AlreadyOpen(open.Id) : null;
    }

    private static bool StandsInTheWay(MeetingRequest open, CompanyId own, DateTime now) =>
        open.SideOf(own) == MeetingSide.Asking || open.StateAt(now) != MeetingState.Sent;

    private async Task<Result<MeetingRequest>> StartAsync(
        MeetingParty asking,
        MeetingParty asked,
        MeetingProposal proposal,
        MeetingFormat format,
        MeetingActor actor,
        CancellationToken cancellationToken
    )
    {
        var limit = options.Value.PendingLimit;
        var used = await db
            .MeetingRequests.Where(meeting => meeting.AskingCompanyId == asking.Company && meeting.QuotaSlot != null)
            .Select(meeting => meeting.QuotaSlot!.Value)
            .ToListAsync(cancellationToken);
        if (used.Count >= limit)
        {
            return MeetingErrors.QuotaUsed(limit);
        }

        if (await TooManySentAsync(asking, asked, actor.Now, cancellationToken) is { } tooMany)
        {
            return tooMany;
        }

        // Any free place will do; choosing at random keeps colleagues who ask at one instant from racing for the same.
        var places = Enumerable.Range(1, limit).Except(used).ToArray();
        var result = MeetingRequest.Ask(asking, asked, proposal, format, places[Random.Shared.Next(places.Length)], actor);
        if (result.Succeeded)
        {
            db.MeetingRequests.Add(result.Value);
        }

        return result;
    }

    /// <summary>Answered and withdrawn ones too, which the quota gives back.</summary>
    private async Task<Error?> TooManySentAsync(MeetingParty asking, MeetingParty asked, DateTime now, CancellationToken cancellationToken)
    {
        var (day, week, limit) = (now - TimeSpan.FromDays(1), now - TimeSpan.FromDays(7), options.Value.DayLimit);
        var sent = db.MeetingRequests.Where(meeting => meeting.AskingCompanyId == asking.Company);
        return await sent.CountAsync(meeting => meeting.CreatedAt > day, cancellationToken) >= limit ? MeetingErrors.DayLimit(limit)
            : await sent.CountAsync(meeting => meeting.AskedCompanyId == asked.Company && meeting.CreatedAt > week, cancellationToken)
            >= PairLimit
                ? MeetingErrors.PairLimit(PairLimit)
            : null;
    }

    private async Task<Result<MeetingRequest>> MergeAsync(
        MeetingRequest open,
        MeetingParty party,
        MeetingProposal proposal,
        MeetingActor actor,
        CancellationToken cancellationToken
    )
    {
        if (StandsInTheWay(open, party.Company, actor.Now))
        {
            return MeetingErrors.AlreadyOpen(open.Id);
        }

        var free = await takenTimes.FreeOfAsync(
            open.TimesInCommon(proposal),
            [open.AskingPersonId, party.Person!.Value],
            except: null,
            cancellationToken
        );
        var merged = open.Merge(party, proposal, free.Count > 0 ? free[0] : null, actor);
        return merged.Succeeded ? open : Result<MeetingRequest>.Failure(merged.Errors);
    }

    private async Task<Result> CheckAsync(
        MeetingProposal proposal,
        MeetingAsk ask,
        CompanyId own,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (!await db.Memberships.AnyAsync(member => member.UserId == ask.Person && member.CompanyId == own, cancellationToken))
        {
            return MeetingErrors.NotColleague;
        }

        if (proposal.Check(now) is { Succeeded: false } failure)
        {
            return failure;
        }

        var free = await takenTimes.FreeOfAsync(ask.Times, [ask.Person], except: null, cancellationToken);
        return Result.From(ask.Times.Except(free).Select(slot => MeetingErrors.OwnTimeTaken(slot.Start)).ToList());
    }

    private async Task<(MeetingParty Asking, MeetingParty Asked)?> PartiesAsync(
        MeetingAsk ask,
        CompanyId own,
        CancellationToken cancellationToken
    )
    {
        var countries = await db
            .Companies.AsNoTracking()
            .Where(company => company.Id == own || company.Id == ask.Company)
            .Select(company => new { company.Id, company.Country })
            .ToDictionaryAsync(company => company.Id, company => company.Country, cancellationToken);
        if (own == ask.Company || !countries.TryGetValue(ask.Company, out var theirs))
        {
            return null;
        }

        var listingsStand =
            (
                ask.TheirListing is not { } their
                || await db.Listings.AnyAsync(
                    listing => listing.Id == their && listing.CompanyId == ask.Company && listing.State == ListingState.Published,
                    cancellationToken
                )
            )
            && (
                ask.OwnListing is not { } mine
                || await db.Listings.AnyAsync(listing => listing.Id == mine && listing.CompanyId == own, cancellationToken)
            );
        return listingsStand
            ? (
                new MeetingParty(own, countries[own], ask.Person, ask.OwnListing),
                new MeetingParty(ask.Company, theirs, null, ask.TheirListing)
            )
            : null;
    }
}

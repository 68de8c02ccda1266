using Matchmaking.Core.Common;

namespace Matchmaking.Core.Meetings;

/// <summary>One side as it enters a request.</summary>
/// <param name="Person">Who takes part; unknown for the asked side until somebody answers.</param>
public sealed record MeetingParty(CompanyId Company, Country Country, Guid? Person = null, ListingId? Listing = null);

/// <summary>Who acts on a request, for which side, when.</summary>
public readonly record struct MeetingActor(MeetingSide Side, Guid UserId, DateTime Now);

/// <summary>
/// A meeting that a firm asks a firm of the other country for, from the request to its end. A request owns no time; only an agreed
/// meeting holds <see cref="Claims"/>, and they change in the same save as the state.
/// </summary>
public sealed partial class MeetingRequest : Entity
{
    public const int ReasonLimit = 500;

    /// <summary>A cancellation nearer to the start than this is told as late.</summary>
    public static readonly TimeSpan LateNotice = TimeSpan.FromHours(24);

    private readonly List<ProposedTime> times = [];
    private readonly List<MeetingClaim> claims = [];
    private readonly List<MeetingStep> steps = [];

    private MeetingRequest() { }

    public MeetingRequestId Id { get; private init; }

    public CompanyId AskingCompanyId { get; private init; }

    public CompanyId AskedCompanyId { get; private init; }

    public Guid AskingPersonId { get; private set; }

    public Guid? AskedPersonId { get; private set; }

    public ListingId? AskingListingId { get; private init; }

    public ListingId? AskedListingId { get; private set; }

    public MeetingFormat Format { get; private init; }

    public MeetingState State { get; private set; }

    /// <summary>
    /// Who has to answer the last round of times. On a scheduled meeting: who has to answer a proposed move. Null: nobody or both.
    /// </summary>
    public MeetingSide? Turn { get; private set; }

    /// <summary>Until when; null when no answer is awaited.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>The number of the last round of times.</summary>
    public int Round { get; private set; }

    /// <summary>The agreed time; a cancelled meeting keeps it, since its calendar entry has to be found again.</summary>
    public DateTime? Start { get; private set; }

    public int? Minutes { get; private set; }

    public int CalendarSequence { get; private set; }

    /// <summary>Both sides had said yes; from then on each sees the other's contact details, whatever becomes of the meeting.</summary>
    public DateTime? ContactsOpenedAt { get; private set; }

    public MeetingSide? CancelledBy { get; private set; }

    public bool CancelledLate { get; private set; }

    /// <summary>Unique while there is something open between the two firms; null afterwards.</summary>
    public string? OpenPair { get; private set; }

    /// <summary>Which of the asking firm's places for unanswered requests it takes; unique with the firm, null once answered.</summary>
    public int? QuotaSlot { get; private set; }

    public int StepCount { get; private set; }

    public DateTime CreatedAt { get; private init; }

    public IReadOnlyList<ProposedTime> Times => times;

    public IReadOnlyList<MeetingClaim> Claims => claims;

    /// <summary>Only what was added since it was loaded, unless the query included the rest.</summary>
    public IReadOnlyList<MeetingStep> Steps => steps;

    /// <summary>The same for life, so that a calendar changes its entry instead of making a second one.</summary>
    public string CalendarUid => CalendarUidOf(Id);

    public TimeSlot? Agreed => Start is { } start ? new TimeSlot(start, Minutes!.Value) : null;

    public bool IsPending => State is MeetingState.Sent or MeetingState.CounterProposed;

    public static string CalendarUidOf(MeetingRequestId id) => $"meeting-{id}@matchmaking";

    /// <summary>The same whichever of the two asks.</summary>
    public static string PairOf(CompanyId one, CompanyId other) =>
        string.CompareOrdinal(one.ToString(), other.ToString()) < 0 ? $"{one}:{other}" : $"{other}:{one}";

    public static Result<MeetingRequest> Ask(
        MeetingParty asking,
        MeetingParty asked,
        MeetingProposal proposal,
        MeetingFormat format,
        int quotaSlot,
        MeetingActor actor
    )
    {
        if (asking.Country == asked.Country)
        {
            return MeetingErrors.SameCountry;
        }

        if (proposal.Check(actor.Now) is { Succeeded: false } failure)
        {
            return Result<MeetingRequest>.Failure(failure.Errors);
        }

        var request = new MeetingRequest
        {
            Id = MeetingRequestId.New(),
            AskingCompanyId = asking.Company,
            AskedCompanyId = asked.Company,
            AskingPersonId = asking.Person ?? actor.UserId,
            AskingListingId = asking.Listing,
            AskedListingId = asked.Listing,
            Format = format,
            State = MeetingState.Sent,
            OpenPair = PairOf(asking.Company, asked.Company),
            QuotaSlot = quotaSlot,
            CreatedAt = actor.Now,
        };
        request.Open(proposal, MeetingStepKind.Asked, actor);
        return request;
    }

    public MeetingSide? SideOf(CompanyId? company) =>
        company == AskingCompanyId ? MeetingSide.Asking
        : company == AskedCompanyId ? MeetingSide.Asked
        : null;

    public CompanyId CompanyOf(MeetingSide side) => side == MeetingSide.Asking ? AskingCompanyId : AskedCompanyId;

    public Guid? PersonOf(MeetingSide side) => side == MeetingSide.Asking ? AskingPersonId : AskedPersonId;

    /// <summary>The state as it must be shown and acted on at this moment, whether or not the worker has written the expiry yet.</summary>
    public MeetingState StateAt(DateTime now) => IsPending && ExpiresAt <= now ? MeetingState.Expired : State;

    public bool IsMoveOpen(DateTime now) => State == MeetingState.Scheduled && Turn is not null && ExpiresAt > now;

    /// <summary>The proposed times among which this side may choose now.</summary>
    public IReadOnlyList<TimeSlot> ChoicesOf(MeetingSide side, DateTime now)
    {
        var mayChoose = StateAt(now) switch
        {
            MeetingState.Sent or MeetingState.CounterProposed => Turn == side,
            MeetingState.Unscheduled => true,
            MeetingState.Scheduled => IsMoveOpen(now) && Turn == side,
            _ => false,
        };
        var theirs = times.Where(time => time.Side == side.Other()).ToList();
        return mayChoose && theirs.Count > 0
            ? theirs
                .Where(time => time.Round == theirs.Max(other => other.Round) && time.Start > now)
                .Select(time => time.Slot)
                .OrderBy(slot => slot.Start)
                .ToList()
            : [];
    }

    /// <summary>The starts that stand both in the last round and in this proposal, each for the shorter of the two lengths.</summary>
    public IReadOnlyList<TimeSlot> TimesInCommon(MeetingProposal proposal) =>
        times
            .Where(time => time.Round == Round)
            .Join(
                proposal.Times,
                time => time.Start,
                slot => slot.Start,
                (time, slot) => slot with { Minutes = Math.Min(time.Minutes, slot.Minutes) }
            )
            .OrderBy(slot => slot.Start)
            .ToList();
}

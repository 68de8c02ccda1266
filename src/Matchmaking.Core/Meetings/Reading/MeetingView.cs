using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;

namespace Matchmaking.Core.Meetings;

/// <summary>A proposed time as the reader's side sees it.</summary>
/// <param name="ClashesWith">The other firm of our own meeting that stands in the way; null also when it is not ours to name.</param>
public sealed record MeetingChoice(TimeSlot Slot, bool WeAreFree, bool TheyAreFree, LocalizedText? ClashesWith)
{
    public bool IsPossible => WeAreFree && TheyAreFree;
}

/// <param name="Who">Null when time alone did it.</param>
/// <param name="Times">The round of times that came with it.</param>
public sealed record MeetingHistoryLine(MeetingStep Step, string? Who, string? DelegatedTo, IReadOnlyList<TimeSlot> Times);

/// <summary>One meeting for one of its two firms.</summary>
/// <param name="Contact">The other firm's contact details, once both have said yes.</param>
/// <param name="Deadline">Until when the side whose turn it is may answer.</param>
public sealed record MeetingView(
    MeetingRequestId Id,
    long Version,
    MeetingSide Side,
    MeetingState State,
    MeetingSide? Turn,
    bool IsMoveOpen,
    bool HasBegun,
    DateTime? Deadline,
    MeetingFormat Format,
    TimeSlot? Agreed,
    MeetingSide? CancelledBy,
    bool CancelledLate,
    MeetingFirm Ours,
    MeetingFirm Theirs,
    MeetingPerson? OurPerson,
    MeetingPerson? TheirPerson,
    ContactDetails? Contact,
    MeetingSubject? TheirListing,
    MeetingSubject? OurListing,
    IReadOnlyList<MeetingChoice> Choices,
    IReadOnlyList<MeetingPerson> Colleagues,
    IReadOnlyList<MeetingHistoryLine> History
)
{
    public bool IsPending => State is MeetingState.Sent or MeetingState.CounterProposed;

    public bool IsOurTurn => Turn == Side || (State == MeetingState.Unscheduled && Turn is null);

    public bool CanAccept => Choices.Count > 0;

    public bool CanAcceptWithoutTime => IsPending && Turn == Side;

    public bool CanPropose => (IsPending && Turn == Side) || State == MeetingState.Unscheduled || (IsLive && (!IsMoveOpen || Turn == Side));

    public bool CanKeepTime => IsMoveOpen;

    public bool CanDecline => IsPending && Side == MeetingSide.Asked;

    public bool CanWithdraw => IsPending && Side == MeetingSide.Asking;

    public bool CanCancel => State == MeetingState.Unscheduled || IsLive;

    public bool CanDelegate => (IsPending || CanCancel) && Colleagues.Count > 0;

    public bool HasCalendar => Agreed is not null;

    private bool IsLive => State == MeetingState.Scheduled && !HasBegun;
}

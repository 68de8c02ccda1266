using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.Day;

public enum OfferState
{
    Open,

    /// <summary>Both sides accepted, and the meeting stands.</summary>
    Placed,
    Declined,

    /// <summary>Both sides accepted, and by then the place was gone.</summary>
    Gone,

    /// <summary>Not both answered in time.</summary>
    Expired,
}

/// <summary>A free place that a waiting pair may take for a short time.</summary>
public sealed class PlaceOffer : Entity
{
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(15);

    private PlaceOffer() { }

    public Guid Id { get; private init; }

    public Guid MeetingId { get; private init; }

    public ExpoMeeting Meeting { get; private init; } = null!;

    /// <summary>Of an <see cref="ExpoSlot"/>, which may have been removed since.</summary>
    public Guid SlotId { get; private init; }

    /// <summary>UTC, of the slot.</summary>
    public DateTime Start { get; private init; }

    public int Minutes { get; private init; }

    public DateTime OfferedAt { get; private init; }

    public Guid OfferedBy { get; private init; }

    /// <summary>UTC, and never later than the meeting itself.</summary>
    public DateTime ExpiresAt { get; private init; }

    public DateTime? AcceptedByA { get; private set; }

    public DateTime? AcceptedByB { get; private set; }

    /// <summary>As it was written; time alone is told by <see cref="At"/>.</summary>
    public OfferState State { get; private set; }

    public bool IsAcceptedByBoth => AcceptedByA is not null && AcceptedByB is not null;

    /// <param name="now">UTC.</param>
    public OfferState At(DateTime now) => State == OfferState.Open && ExpiresAt <= now ? OfferState.Expired : State;

    public bool IsAcceptedBy(CompanyId firm) => (firm == Meeting.A ? AcceptedByA : AcceptedByB) is not null;

    internal static PlaceOffer Of(Guid meeting, ExpoSlot slot, Guid person, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MeetingId = meeting,
            SlotId = slot.Id,
            Start = slot.Start,
            Minutes = slot.Minutes,
            OfferedAt = now,
            OfferedBy = person,
            ExpiresAt = now + Term < slot.Start ? now + Term : slot.Start,
        };

    internal Result Accept(CompanyId firm, DateTime now)
    {
        if (At(now) != OfferState.Open || IsAcceptedBy(firm))
        {
            return ExpoErrors.OfferOver;
        }

        if (firm == Meeting.A)
        {
            AcceptedByA = now;
        }
        else
        {
            AcceptedByB = now;
        }

        return Result.Success;
    }

    internal Result Decline(DateTime now)
    {
        if (At(now) != OfferState.Open)
        {
            return ExpoErrors.OfferOver;
        }

        State = OfferState.Declined;
        return Result.Success;
    }

    internal void End(bool isPlaced) => State = isPlaced ? OfferState.Placed : OfferState.Gone;
}

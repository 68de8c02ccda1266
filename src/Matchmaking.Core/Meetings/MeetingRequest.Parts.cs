using Matchmaking.Core.Common;

namespace Matchmaking.Core.Meetings;

/// <content>What several steps share.</content>
public sealed partial class MeetingRequest
{
    private Error? MayAnswer(MeetingActor actor) =>
        StateAt(actor.Now) switch
        {
            MeetingState.Sent or MeetingState.CounterProposed => Turn == actor.Side ? null : MeetingErrors.NotYourTurn,
            MeetingState.Unscheduled => null,
            MeetingState.Scheduled when IsMoveOpen(actor.Now) => Turn == actor.Side ? null : MeetingErrors.NotYourTurn,
            MeetingState.Expired => MeetingErrors.Expired,
            var state => MeetingErrors.IllegalStep(state),
        };

    private Error? HasBegun(DateTime now) => State == MeetingState.Scheduled && Start <= now ? MeetingErrors.AlreadyBegun : null;

    /// <summary>Whoever first acts for a side takes part, until it is handed to a colleague.</summary>
    private Error? TakePart(MeetingActor actor)
    {
        var person = PersonOf(actor.Side) ?? actor.UserId;
        if (person == PersonOf(actor.Side.Other()))
        {
            return MeetingErrors.SamePerson;
        }

        SetPerson(actor.Side, person);
        return null;
    }

    private void SetPerson(MeetingSide side, Guid person)
    {
        if (side == MeetingSide.Asking)
        {
            AskingPersonId = person;
        }
        else
        {
            AskedPersonId = person;
        }
    }

    private void Open(MeetingProposal proposal, MeetingStepKind kind, MeetingActor actor)
    {
        Round++;
        times.AddRange(proposal.Times.Select(slot => new ProposedTime(Id, Round, actor.Side, slot)));
        Turn = actor.Side.Other();
        ExpiresAt = State switch
        {
            MeetingState.Unscheduled => null,
            MeetingState.Scheduled when Start < proposal.Deadline(actor.Now) => Start,
            _ => proposal.Deadline(actor.Now),
        };
        Record(kind, actor, proposal.Message, proposal.Language, Round);
    }

    private Result Agree(TimeSlot slot, MeetingStepKind kind, MeetingActor actor)
    {
        CalendarSequence += Start is null ? 0 : 1;
        State = MeetingState.Scheduled;
        Start = slot.Start;
        Minutes = slot.Minutes;
        ContactsOpenedAt ??= actor.Now;
        QuotaSlot = null;
        Turn = null;
        ExpiresAt = null;
        ClaimOnly(slot);
        Record(kind, actor, slot: slot);
        return Result.Success;
    }

    private void BecomeUnscheduled(DateTime now)
    {
        State = MeetingState.Unscheduled;
        ContactsOpenedAt ??= now;
        QuotaSlot = null;
        Turn = null;
        ExpiresAt = null;
    }

    private Result ClosePending(MeetingState to, MeetingStepKind kind, string reason, LanguageCode language, MeetingActor actor)
    {
        if (!IsPending)
        {
            return MeetingErrors.IllegalStep(State);
        }

        if (StateAt(actor.Now) == MeetingState.Expired)
        {
            return MeetingErrors.Expired;
        }

        if (reason.Length > ReasonLimit)
        {
            return MeetingErrors.ReasonTooLong;
        }

        Close(to);
        Record(kind, actor, reason, language);
        return Result.Success;
    }

    private void Close(MeetingState to)
    {
        State = to;
        OpenPair = null;
        QuotaSlot = null;
        Turn = null;
        ExpiresAt = null;
        claims.Clear();
    }

    /// <summary>Holds the quarters of this time for both people and no other. Rows that stay are not written again: deleting and inserting one key in a save would break it.</summary>
    private void ClaimOnly(TimeSlot slot)
    {
        var wanted = new[] { (Side: MeetingSide.Asking, UserId: AskingPersonId), (Side: MeetingSide.Asked, UserId: AskedPersonId!.Value) }
            .SelectMany(person => slot.Quarters().Select(quarter => (person.Side, person.UserId, Quarter: quarter)))
            .ToHashSet();
        claims.RemoveAll(claim => !wanted.Contains((claim.Side, claim.UserId, claim.QuarterStart)));
        wanted.ExceptWith(claims.Select(claim => (claim.Side, claim.UserId, claim.QuarterStart)));
        claims.AddRange(wanted.Select(claim => new MeetingClaim(Id, claim.Side, claim.UserId, claim.Quarter)));
    }

    private void Record(
        MeetingStepKind kind,
        MeetingActor actor,
        string message = "",
        LanguageCode? language = null,
        int? round = null,
        TimeSlot? slot = null
    ) =>
        steps.Add(
            new MeetingStep(Id, ++StepCount, kind, actor.Now)
            {
                UserId = actor.UserId,
                Side = actor.Side,
                Message = message,
                Language = message.Length > 0 ? language : null,
                Round = round,
                Start = slot?.Start,
                Minutes = slot?.Minutes,
            }
        );
}

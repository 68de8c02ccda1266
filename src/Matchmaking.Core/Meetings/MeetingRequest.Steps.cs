using Matchmaking.Core.Common;

namespace Matchmaking.Core.Meetings;

/// <content>The steps from state to state.</content>
public sealed partial class MeetingRequest
{
    /// <summary>Yes at one of the other side's times: to the request, for an unscheduled meeting, or to a proposed move.</summary>
    public Result Accept(DateTime start, MeetingActor actor)
    {
        if (MayAnswer(actor) is { } error)
        {
            return error;
        }

        var choices = ChoicesOf(actor.Side, actor.Now);
        var chosen = choices.Where(slot => slot.Start == start).ToList();
        if (chosen.Count == 0)
        {
            return start <= actor.Now ? MeetingErrors.TimeOver : MeetingErrors.TimeNotProposed;
        }

        var kind = State switch
        {
            MeetingState.Scheduled => MeetingStepKind.Moved,
            MeetingState.Unscheduled => MeetingStepKind.TimeAgreed,
            _ => MeetingStepKind.Accepted,
        };
        return TakePart(actor) is { } same ? same : Agree(chosen[0], kind, actor);
    }

    /// <summary>Yes to the meeting, the time to be settled between the two.</summary>
    public Result AcceptWithoutTime(MeetingActor actor)
    {
        if (!IsPending)
        {
            return MeetingErrors.IllegalStep(State);
        }

        if ((MayAnswer(actor) ?? TakePart(actor)) is { } error)
        {
            return error;
        }

        BecomeUnscheduled(actor.Now);
        Record(MeetingStepKind.AcceptedWithoutTime, actor);
        return Result.Success;
    }

    /// <summary>Other times: instead of an answer, for an unscheduled meeting, or to move an agreed one.</summary>
    public Result Propose(MeetingProposal proposal, MeetingActor actor)
    {
        var kind = StateAt(actor.Now) switch
        {
            MeetingState.Unscheduled => MeetingStepKind.TimesProposed,
            MeetingState.Scheduled => MeetingStepKind.MoveProposed,
            _ => MeetingStepKind.CounterProposed,
        };
        var freelyProposed = State == MeetingState.Unscheduled || (State == MeetingState.Scheduled && !IsMoveOpen(actor.Now));
        var error = freelyProposed ? HasBegun(actor.Now) : MayAnswer(actor);
        if (error is not null)
        {
            return error;
        }

        if (proposal.Check(actor.Now) is { Succeeded: false } failure)
        {
            return failure;
        }

        if (TakePart(actor) is { } same)
        {
            return same;
        }

        if (IsPending)
        {
            State = MeetingState.CounterProposed;
            QuotaSlot = null;
        }

        Open(proposal, kind, actor);
        return Result.Success;
    }

    /// <summary>Ends a proposed move, by whichever side; the agreed time stands.</summary>
    public Result KeepTime(MeetingActor actor)
    {
        if (!IsMoveOpen(actor.Now))
        {
            return MeetingErrors.IllegalStep(StateAt(actor.Now));
        }

        Turn = null;
        ExpiresAt = null;
        Record(MeetingStepKind.TimeKept, actor);
        return Result.Success;
    }

    /// <summary>The asked side's no.</summary>
    public Result Decline(string reason, LanguageCode language, MeetingActor actor) =>
        actor.Side == MeetingSide.Asking
            ? MeetingErrors.NotYourTurn
            : ClosePending(MeetingState.Declined, MeetingStepKind.Declined, reason, language, actor);

    /// <summary>The asking side takes its request back.</summary>
    public Result Withdraw(string reason, LanguageCode language, MeetingActor actor) =>
        actor.Side == MeetingSide.Asked
            ? MeetingErrors.NotYourTurn
            : ClosePending(MeetingState.Withdrawn, MeetingStepKind.Withdrawn, reason, language, actor);

    public Result Cancel(string reason, LanguageCode language, MeetingActor actor)
    {
        if (State is not (MeetingState.Unscheduled or MeetingState.Scheduled))
        {
            return MeetingErrors.IllegalStep(StateAt(actor.Now));
        }

        if (HasBegun(actor.Now) is { } begun)
        {
            return begun;
        }

        if (reason.Length > ReasonLimit)
        {
            return MeetingErrors.ReasonTooLong;
        }

        CancelledBy = actor.Side;
        CancelledLate = Start is { } start && start - actor.Now < LateNotice;
        CalendarSequence += Start is null ? 0 : 1;
        Close(MeetingState.Cancelled);
        Record(MeetingStepKind.Cancelled, actor, reason, language, slot: Agreed);
        return Result.Success;
    }

    /// <summary>A colleague of the same firm takes part instead; that the colleague belongs to it is the caller's to check.</summary>
    public Result Delegate(Guid colleague, MeetingActor actor)
    {
        if (
            StateAt(actor.Now)
            is not (MeetingState.Sent or MeetingState.CounterProposed or MeetingState.Unscheduled or MeetingState.Scheduled)
        )
        {
            return MeetingErrors.IllegalStep(StateAt(actor.Now));
        }

        if (HasBegun(actor.Now) is { } begun)
        {
            return begun;
        }

        if (PersonOf(actor.Side) == colleague)
        {
            return MeetingErrors.SameColleague;
        }

        if (PersonOf(actor.Side.Other()) == colleague)
        {
            return MeetingErrors.SamePerson;
        }

        SetPerson(actor.Side, colleague);
        if (Agreed is { } slot)
        {
            CalendarSequence++;
            ClaimOnly(slot);
        }

        steps.Add(
            new MeetingStep(Id, ++StepCount, MeetingStepKind.Delegated, actor.Now)
            {
                UserId = actor.UserId,
                Side = actor.Side,
                DelegatedTo = colleague,
            }
        );
        return Result.Success;
    }

    /// <summary>
    /// The asked side had asked as well: one accepted meeting, at <paramref name="common"/> when a time suits both, else with the
    /// times of both to choose from.
    /// </summary>
    public Result Merge(MeetingParty asked, MeetingProposal proposal, TimeSlot? common, MeetingActor actor)
    {
        if (StateAt(actor.Now) != MeetingState.Sent)
        {
            return MeetingErrors.IllegalStep(StateAt(actor.Now));
        }

        if (proposal.Check(actor.Now) is { Succeeded: false } failure)
        {
            return failure;
        }

        var person = asked.Person ?? AskedPersonId ?? actor.UserId;
        if (person == AskingPersonId)
        {
            return MeetingErrors.SamePerson;
        }

        AskedPersonId = person;
        AskedListingId ??= asked.Listing;
        Open(proposal, MeetingStepKind.Asked, actor);
        if (common is { } slot)
        {
            return Agree(slot, MeetingStepKind.Merged, actor);
        }

        BecomeUnscheduled(actor.Now);
        Record(MeetingStepKind.Merged, actor);
        return Result.Success;
    }

    public Result Expire(DateTime now)
    {
        if (StateAt(now) != MeetingState.Expired || State == MeetingState.Expired)
        {
            return MeetingErrors.IllegalStep(State);
        }

        Close(MeetingState.Expired);
        steps.Add(new MeetingStep(Id, ++StepCount, MeetingStepKind.Expired, now));
        return Result.Success;
    }

    /// <summary>The meeting is over: the two firms may ask each other anew.</summary>
    public Result Conclude(DateTime now)
    {
        if (State != MeetingState.Scheduled || Agreed!.Value.End > now || OpenPair is null)
        {
            return MeetingErrors.IllegalStep(State);
        }

        OpenPair = null;
        Turn = null;
        ExpiresAt = null;
        return Result.Success;
    }
}

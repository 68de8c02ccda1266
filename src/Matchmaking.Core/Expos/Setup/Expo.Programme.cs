using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <content>What firms see of the schedule: nothing, then a plan that they may object to, then one that they can rely on.</content>
public sealed partial class Expo
{
    /// <summary>The number of the draft that is shown to firms; null while none is.</summary>
    public int? ShownDraft { get; private set; }

    /// <summary>How often firms have been told their meetings; 0 before the publication.</summary>
    public int Round { get; private set; }

    /// <summary>Until the expo is over: meetings are moved, and what can no longer be there leaves it.</summary>
    public bool IsOpenForScheduling => State < ExpoState.Finished;

    /// <summary>Once wishes are closed.</summary>
    public bool IsOpenForRuns => State >= ExpoState.Closed && IsOpenForScheduling;

    /// <summary>Firms book places in the draft that they see.</summary>
    public bool IsOpenForBooking => State == ExpoState.Preliminary && Profile.Scheduling == SchedulingMode.Participants;

    /// <summary>Instead of a search for a first draft.</summary>
    public bool MayOpenBooking => State == ExpoState.Closed && Profile.Scheduling == SchedulingMode.Participants;

    /// <param name="draft">The number of a first draft, in which nothing stands.</param>
    public Result OpenBooking(int draft)
    {
        if (!MayOpenBooking)
        {
            return Error.Stale;
        }

        (State, ShownDraft) = (ExpoState.Preliminary, draft);
        return Result.Success;
    }

    /// <param name="draft">The number of one that is there.</param>
    /// <param name="broken">How many rules it breaks.</param>
    public Result MakePreliminary(int draft, int broken)
    {
        if (State != ExpoState.DraftSchedule)
        {
            return Error.Stale;
        }

        if (broken > 0)
        {
            return ExpoErrors.BreaksRules(broken);
        }

        (State, ShownDraft) = (ExpoState.Preliminary, draft);
        return Result.Success;
    }

    /// <summary>Firms see none again.</summary>
    public Result ReturnToDrafts()
    {
        if (State != ExpoState.Preliminary)
        {
            return Error.Stale;
        }

        (State, ShownDraft) = (ExpoState.DraftSchedule, null);
        return Result.Success;
    }

    /// <summary>Another draft takes the place of the one that firms see, if they see one.</summary>
    public Result Show(int draft, int broken)
    {
        if (State < ExpoState.Preliminary)
        {
            return Result.Success;
        }

        if (broken > 0)
        {
            return ExpoErrors.BreaksRules(broken);
        }

        ShownDraft = draft;
        return Result.Success;
    }

    /// <summary>With it firms are told for the first time.</summary>
    /// <param name="broken">How many rules the draft that is shown breaks.</param>
    public Result Publish(int broken)
    {
        if (State != ExpoState.Preliminary)
        {
            return Error.Stale;
        }

        if (broken > 0)
        {
            return ExpoErrors.BreaksRules(broken);
        }

        (State, Round) = (ExpoState.Published, 1);
        return Result.Success;
    }

    /// <summary>Firms are told once more.</summary>
    public Result Tell()
    {
        if (State is not (ExpoState.Published or ExpoState.Live))
        {
            return Error.Stale;
        }

        Round++;
        return Result.Success;
    }

    /// <summary>A firm that was to come does not.</summary>
    public Result Leave(CompanyId company, DateTime now)
    {
        if (!IsOpenForScheduling || firms.Find(firm => firm.CompanyId == company) is not { State: ExpoFirmState.Attending } firm)
        {
            return Error.Stale;
        }

        firm.Answer(attends: false, firm.NeedsInterpreter, absent: [], now);
        return Result.Success;
    }
}

using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <content>What comes after the meetings.</content>
public sealed partial class Expo
{
    /// <summary>It is over: nothing of it changes any more, unless it is opened again.</summary>
    public Result Finish()
    {
        if (!State.TakesOutcomes())
        {
            return Error.Stale;
        }

        State = ExpoState.Finished;
        return Result.Success;
    }

    public Result Reopen()
    {
        if (State != ExpoState.Finished)
        {
            return Error.Stale;
        }

        State = ExpoState.Published;
        return Result.Success;
    }

    /// <summary>Those of the firms that can be reminded now; they count as reminded from here on.</summary>
    /// <param name="waiting">Firms that owe an answer.</param>
    public IReadOnlyList<CompanyId> Remind(IReadOnlySet<CompanyId> waiting, DateTime now)
    {
        var reminded = State.TakesOutcomes() ? firms.FindAll(firm => waiting.Contains(firm.CompanyId) && firm.MayBeReminded(now)) : [];
        reminded.ForEach(firm => firm.Remind(now));
        return reminded.ConvertAll(firm => firm.CompanyId);
    }
}

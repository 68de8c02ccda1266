using System.Globalization;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Outcomes;

/// <summary>Asks those firms by mail that have not said what came of all their meetings, each at most once a day.</summary>
public sealed class RemindFirms(ReadOutcomes read, ChangeExpo change, OutboxWriter outbox)
{
    public async Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var outcomes = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!outcomes.Succeeded)
        {
            return Error.NotFound;
        }

        var waiting = outcomes.Value.Waiting.Select(firm => firm.CompanyId).ToHashSet();
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoFirmsReminded,
            ExpoState.Finished,
            (expo, now) =>
            {
                var reminded = expo.Remind(waiting, now);
                foreach (var firm in reminded)
                {
                    outbox.Add(OutcomeEvents.OfReminder(id, firm));
                }

                return reminded.Count == 0 ? OutcomeErrors.NobodyToRemind : Result.Success;
            },
            _ => outcomes.Value.Remindable.Count.ToString(CultureInfo.InvariantCulture),
            cancellationToken
        );
    }
}

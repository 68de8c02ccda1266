using Matchmaking.Core.Common;
using Microsoft.Extensions.Options;

namespace Matchmaking.Core.Meetings;

/// <summary>Other times: a counter-proposal, times for an unscheduled meeting, or the wish to move an agreed one.</summary>
public sealed class ProposeMeetingTimes(MeetingChange change, TakenTimes takenTimes, IOptions<MeetingOptions> options)
{
    public Task<Result> ExecuteAsync(
        MeetingRequestId id,
        long version,
        IReadOnlyList<TimeSlot> times,
        string message,
        LanguageCode language,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        return change.ApplyAsync(id, version, actor, StepAsync, taken: null, cancellationToken);

        async Task<Result> StepAsync(MeetingRequest meeting, MeetingActor acting)
        {
            var result = meeting.Propose(new MeetingProposal(times, message, language, options.Value.AnswerWithin), acting);
            if (!result.Succeeded)
            {
                return result;
            }

            var free = await takenTimes.FreeOfAsync(times, [meeting.PersonOf(acting.Side)!.Value], id, cancellationToken);
            return Result.From(times.Except(free).Select(slot => MeetingErrors.OwnTimeTaken(slot.Start)).ToList());
        }
    }
}

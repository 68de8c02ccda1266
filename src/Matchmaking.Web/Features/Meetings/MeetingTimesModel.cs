using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;

namespace Matchmaking.Web.Features.Meetings;

/// <param name="IsTaken">The person who takes part has another meeting then.</param>
public sealed record MeetingSuggestion(DateTime Start, bool IsTaken);

/// <summary>The part of a form in which times are proposed.</summary>
/// <param name="Zone">The writer's country, in whose time the rows are typed.</param>
public sealed record MeetingTimesModel(MeetingTimesForm Form, Country Zone, IReadOnlyList<MeetingSuggestion> Suggestions, DateTime Now);

/// <summary>Suggested times with what is already taken for a person.</summary>
public sealed class MeetingSuggestions(TakenTimes takenTimes, TimeProvider clock)
{
    /// <param name="moved">The meeting that gets other times: its own time is neither taken nor worth proposing.</param>
    public async Task<MeetingTimesModel> ForAsync(
        MeetingTimesForm form,
        Country zone,
        Guid person,
        (MeetingRequestId Id, DateTime? Agreed)? moved,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var minutes = form.Minutes is > 0 and <= TimeSlot.LongestMinutes ? form.Minutes : TimeSlot.Quarter;
        // What was ticked among more suggestions stays in sight when the form comes back.
        var slots = CommonHours
            .Suggest(now, form.More)
            .Union(form.TickedTimes().Where(start => start > now && start < now + MeetingProposal.Horizon))
            .Where(start => start != moved?.Agreed)
            .Order()
            .Select(start => new TimeSlot(start, minutes))
            .ToList();
        var free = (await takenTimes.FreeOfAsync(slots, [person], moved?.Id, cancellationToken)).ToHashSet();
        while (form.Times.Count < MeetingTimesForm.Rows)
        {
            form.Times.Add(new MeetingTimeInput());
        }

        return new MeetingTimesModel(form, zone, [.. slots.Select(slot => new MeetingSuggestion(slot.Start, !free.Contains(slot)))], now);
    }
}

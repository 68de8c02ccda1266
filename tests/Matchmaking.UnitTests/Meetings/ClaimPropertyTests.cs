using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;

namespace Matchmaking.UnitTests.Meetings;

/// <summary>Two times of one person break a common key exactly when they overlap; and what a meeting holds is always its agreed time.</summary>
public sealed class ClaimPropertyTests
{
    private static readonly DateTime Origin = new(2026, 11, 26, 0, 0, 0, DateTimeKind.Utc);

    [Property(MaxTest = 500)]
    public bool Quarters_meet_exactly_when_times_overlap(byte firstStart, byte firstLength, byte secondStart, byte secondLength)
    {
        var (first, second) = (Slot(firstStart, firstLength), Slot(secondStart, secondLength));
        var overlap = first.Start < second.End && second.Start < first.End;

        return first.Quarters().Intersect(second.Quarters()).Any() == overlap;
    }

    [Property(MaxTest = 300)]
    public bool A_meeting_holds_its_agreed_time_for_its_two_people_and_nothing_else(byte[] moves, bool delegated)
    {
        var given = new Given();
        var meeting = given.Sent();
        var done = meeting.Accept(Given.Thursday.Start, given.Asked).Succeeded;
        foreach (var slot in moves.Select(move => Slot(move, move)).Distinct())
        {
            done &= meeting.Propose(Given.Times(slot), given.Asker).Succeeded && meeting.Accept(slot.Start, given.Asked).Succeeded;
        }

        if (delegated)
        {
            done &= meeting.Delegate(Guid.CreateVersion7(), given.Asked).Succeeded;
        }

        var expected = new[] { meeting.AskingPersonId, meeting.AskedPersonId!.Value }
            .SelectMany(person => meeting.Agreed!.Value.Quarters().Select(quarter => (person, quarter)))
            .ToHashSet();
        return done
            && meeting.Claims.Count == expected.Count
            && expected.SetEquals(meeting.Claims.Select(claim => (claim.UserId, claim.QuarterStart)));
    }

    private static TimeSlot Slot(byte start, byte length) => new(Origin.AddMinutes(15 * start), 15 * ((length % 8) + 1));
}

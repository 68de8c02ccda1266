using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.Reports;

/// <summary>What a draft means for each firm and each interpreter.</summary>
/// <param name="Firms">Firms that attend or stand in the draft.</param>
public sealed record FairnessReport(DraftView View, IReadOnlyList<FirmShare> Firms, IReadOnlyList<InterpreterUse> Interpreters)
{
    /// <summary>Firms with a wish that counts: what the spread is about.</summary>
    public IReadOnlyList<FirmShare> Wished => [.. Firms.Where(firm => firm.Mutual > 0)];

    /// <summary>How many firms have how many meetings, from none to the most.</summary>
    public IReadOnlyList<(int Meetings, int Firms)> Spread
    {
        get
        {
            var firms = Wished.CountBy(firm => firm.Placed).ToDictionary();
            return
            [
                .. Enumerable
                    .Range(0, firms.Keys.DefaultIfEmpty(-1).Max() + 1)
                    .Select(meetings => (meetings, firms.GetValueOrDefault(meetings))),
            ];
        }
    }

    /// <summary>The mean of the middle two where there is no middle one; 0 without firms.</summary>
    public double Median
    {
        get
        {
            var sorted = Wished.Select(firm => firm.Placed).Order().ToList();
            return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
        }
    }

    /// <param name="firms">Of the expo.</param>
    internal static FairnessReport Of(DraftView view, ScheduleProblem problem, IReadOnlyList<ExpoFirmRow> firms)
    {
        var placed = view.Draft.Placed;
        var figures = ScheduleFigures.Of(problem, placed).ToDictionary(firm => firm.Id);
        var moves = DraftFigures.MovesBetweenTables(problem, placed);
        var mutual = problem.Meetings.SelectMany(meeting => new[] { meeting.A, meeting.B }).CountBy(firm => firm).ToDictionary();
        return new FairnessReport(
            view,
            [
                .. from row in firms
                let id = EngineId.Of(row.Firm.CompanyId.Value)
                let own = figures.GetValueOrDefault(id)
                where own is not null || row.Firm.State == ExpoFirmState.Attending
                select new FirmShare(
                    row,
                    mutual.GetValueOrDefault(id),
                    own?.Meetings ?? 0,
                    own?.Breaks ?? 0,
                    moves.GetValueOrDefault(id),
                    row.Firm.MinMeetings ?? view.Expo.Profile.MinMeetings
                ),
            ],
            [.. view.Expo.Interpreters.Select(interpreter => InterpreterUse.Of(interpreter, problem.Slots, placed))]
        );
    }
}

/// <param name="Mutual">Meetings of the draft that it and the other side wish.</param>
/// <param name="Breaks">Gaps between two of its meetings on a day.</param>
/// <param name="TableMoves">How often it changes its table between two meetings of a day.</param>
/// <param name="Min">Meetings that it is to have at least.</param>
public sealed record FirmShare(ExpoFirmRow Row, int Mutual, int Placed, int Breaks, int TableMoves, int Min)
{
    /// <summary>Placed of what could be placed, 0 to 1; 0 where there is nothing to place.</summary>
    public double Share => Mutual == 0 ? 0 : (double)Placed / Mutual;

    public bool IsBelowMinimum => Placed < Min;
}

/// <param name="Available">Slots in which they are there.</param>
/// <param name="Idle">Of these, slots without a meeting between the first and the last one of a day.</param>
public sealed record InterpreterUse(ExpoInterpreter Interpreter, int Meetings, int Available, int Idle)
{
    /// <summary>Meetings of the slots in which they are there, 0 to 1.</summary>
    public double Share => Available == 0 ? 0 : (double)Meetings / Available;

    internal static InterpreterUse Of(ExpoInterpreter interpreter, IReadOnlyList<ScheduleSlot> slots, IReadOnlyList<PlacedMeeting> placed)
    {
        var id = EngineId.Of(interpreter.Id);
        var busy = placed.Where(item => item.Interpreter == id).Select(item => item.Slot).ToHashSet();
        var absent = interpreter.Absent.Select(EngineId.Of).ToHashSet();
        var idle = slots
            .GroupBy(slot => slot.Day, slot => slot.Id)
            .Sum(day =>
                day.SkipWhile(slot => !busy.Contains(slot))
                    .Reverse()
                    .SkipWhile(slot => !busy.Contains(slot))
                    .Count(slot => !busy.Contains(slot) && !absent.Contains(slot))
            );
        return new InterpreterUse(interpreter, busy.Count, slots.Count - absent.Count, idle);
    }
}

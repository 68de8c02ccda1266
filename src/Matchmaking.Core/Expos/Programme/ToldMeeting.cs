using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>
/// What both firms of a meeting were told of it in one round, in the words of that day. Rows are added and never changed, so that a mail that
/// is sent late or twice says the same.
/// </summary>
public sealed class ToldMeeting
{
    private ToldMeeting() { }

    public Guid MeetingId { get; private init; }

    public ExpoMeeting Meeting { get; private init; } = null!;

    /// <summary>As in <see cref="Setup.Expo.Round"/>.</summary>
    public int Round { get; private init; }

    /// <summary>UTC; of a cancelled meeting, when it was to be.</summary>
    public DateTime Start { get; private init; }

    public int Minutes { get; private init; }

    public string Table { get; private init; } = string.Empty;

    public string? Interpreter { get; private init; }

    public bool IsCancelled { get; private init; }

    /// <summary>Rises with each round, as calendars ask for.</summary>
    public int CalendarSequence => Round - 1;

    public PlannedMeeting Planned => new(MeetingId, Meeting.A, Meeting.B, Start, Minutes, Table, Interpreter);

    internal static ToldMeeting Of(PlanChange change, int round) =>
        new()
        {
            MeetingId = change.Meeting.Id,
            Round = round,
            Start = change.Meeting.Start,
            Minutes = change.Meeting.Minutes,
            Table = change.Meeting.Table,
            Interpreter = change.Meeting.Interpreter,
            IsCancelled = change.Kind == PlanChangeKind.Cancelled,
        };
}

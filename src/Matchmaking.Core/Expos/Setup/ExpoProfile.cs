using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>What it takes for two firms to meet.</summary>
public enum RequestMode
{
    /// <summary>Both wish it.</summary>
    Mutual,

    /// <summary>One wishes it, and the other has not said "no thanks".</summary>
    OneSided,
}

/// <summary>Who gives meetings their times.</summary>
public enum SchedulingMode
{
    Organiser,

    /// <summary>The firms book them; the organiser fills the gaps.</summary>
    Participants,
}

/// <summary>What an expo is called, where it is, when, and how its meetings come about.</summary>
public sealed record ExpoProfile
{
    public const int NameLimit = 120;
    public const int PlaceLimit = 200;
    public const int DayLimit = 7;

    public required LocalizedText Names { get; init; }

    public required string Place { get; init; }

    /// <summary>The country of the hall, whose clock hangs there.</summary>
    public required Country Hall { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>The last day on which firms answer and wish, or null as long as none is set.</summary>
    public DateOnly? PreferencesUntil { get; init; }

    /// <summary>The day by which firms know their meetings.</summary>
    public DateOnly? ScheduleUntil { get; init; }

    /// <summary>UTC: the midnight after the last day of wishes, on the clock of the hall.</summary>
    public DateTime? WishesCloseAt => PreferencesUntil?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - Hall.Offset();

    /// <summary>Meetings that each firm is to have at least.</summary>
    public int MinMeetings { get; init; }

    /// <summary>Meetings that no firm has more of, or null for as many as there is time for.</summary>
    public int? MaxMeetings { get; init; }

    public RequestMode Requests { get; init; }

    public SchedulingMode Scheduling { get; init; }

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(FirstDay.AddDays);

    /// <summary>The day of the expo on the clock of the hall; before it the first, afterwards the last.</summary>
    /// <param name="now">UTC.</param>
    public DateOnly DayAt(DateTime now)
    {
        var today = DateOnly.FromDateTime(now + Hall.Offset());
        return today < FirstDay ? FirstDay
            : today > LastDay ? LastDay
            : today;
    }

    public ExpoProfile Trimmed() =>
        this with
        {
            Names = new LocalizedText(Names.Zh.Trim(), Names.Ko.Trim(), Names.En.Trim()),
            Place = Place.Trim(),
        };

    /// <param name="now">UTC.</param>
    public IReadOnlyList<Error> Check(DateTime now)
    {
        var errors = new List<Error>();
        void Require(bool holds, Error error)
        {
            if (!holds)
            {
                errors.Add(error);
            }
        }

        Require(Names.Zh.Length > 0, ExpoErrors.NameMissing("NameZh"));
        Require(Names.Ko.Length > 0, ExpoErrors.NameMissing("NameKo"));
        Require(Names.En.Length > 0, ExpoErrors.NameMissing("NameEn"));
        Require(Place.Length > 0, ExpoErrors.PlaceMissing);
        Require(FirstDay >= DateOnly.FromDateTime(now + Hall.Offset()), ExpoErrors.DayInPast);
        Require(LastDay >= FirstDay, ExpoErrors.LastDayBeforeFirst);
        Require(LastDay.DayNumber - FirstDay.DayNumber < DayLimit, ExpoErrors.TooManyDays);
        Require(ScheduleUntil is null || ScheduleUntil < FirstDay, ExpoErrors.ScheduleTooLate);
        Require(PreferencesUntil is null || PreferencesUntil < (ScheduleUntil ?? FirstDay), ExpoErrors.PreferencesTooLate);
        Require(MinMeetings >= 0 && MaxMeetings is not < 1, ExpoErrors.MeetingsOutOfRange with { Field = nameof(MinMeetings) });
        Require(!(MinMeetings > MaxMeetings), ExpoErrors.MinAboveMax with { Field = nameof(MinMeetings) });
        return errors;
    }
}

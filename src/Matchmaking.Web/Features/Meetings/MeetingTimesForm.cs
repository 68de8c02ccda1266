using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Meetings;

/// <summary>A row of the form: a day and a time in the writer's zone, as the browser sends them.</summary>
public sealed class MeetingTimeInput
{
    public string? Date { get; set; }

    public string? Time { get; set; }
}

/// <summary>Several times to propose: suggested ones that are ticked, and others that are typed.</summary>
public class MeetingTimesForm
{
    public const int Rows = 3;
    public const string SuggestionFormat = "yyyy-MM-dd'T'HH:mm'Z'";

    /// <summary>More than can be proposed are not even read.</summary>
    private const int ReadLimit = 20;

    private static readonly Error Unreadable = new("meeting.unreadable-time", Field: nameof(Times));

    /// <summary>UTC, as <see cref="SuggestionFormat"/>.</summary>
    public IList<string> Suggested { get; set; } = [];

    public IList<MeetingTimeInput> Times { get; set; } = [];

    public int Minutes { get; set; } = 30;

    /// <summary>Shows more suggestions and keeps what was typed.</summary>
    public bool More { get; set; }

    public long Version { get; set; }

    [StringLength(MeetingProposal.MessageLimit), PlainText]
    public string? Message { get; set; }

    public bool Has(DateTime suggestion) => Suggested.Contains(suggestion.ToString(SuggestionFormat, CultureInfo.InvariantCulture));

    /// <summary>The suggestions that can be read.</summary>
    public IReadOnlyList<DateTime> TickedTimes() => [.. Suggested.Take(ReadLimit).Select(Parse).OfType<DateTime>()];

    public static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(
            text,
            SuggestionFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var start
        )
            ? start
            : null;

    public Result<IReadOnlyList<TimeSlot>> ReadTimes(Country zone)
    {
        var starts = new List<DateTime>();
        if (TickedTimes().Count < Math.Min(Suggested.Count, ReadLimit))
        {
            return Unreadable;
        }

        starts.AddRange(TickedTimes());
        foreach (
            var row in Times.Take(ReadLimit).Where(row => !string.IsNullOrWhiteSpace(row.Date) || !string.IsNullOrWhiteSpace(row.Time))
        )
        {
            if (
                !DateOnly.TryParseExact(row.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
                || !TimeOnly.TryParseExact(row.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time)
            )
            {
                return Unreadable;
            }

            var local = date.ToDateTime(time, DateTimeKind.Utc);
            // The first hours of the calendar have no equivalent further west.
            starts.Add(local.Ticks > zone.Offset().Ticks ? local - zone.Offset() : local);
        }

        return starts.Distinct().Order().Select(start => new TimeSlot(start, Minutes)).ToList();
    }
}

public sealed class MeetingRequestForm : MeetingTimesForm
{
    public CompanyId Company { get; set; }

    public ListingId? Listing { get; set; }

    public ListingId? OwnListing { get; set; }

    public Guid? Person { get; set; }

    [EnumDataType(typeof(MeetingFormat))]
    public MeetingFormat Format { get; set; }
}

/// <summary>An answer on the thread page; which fields count depends on the button.</summary>
public sealed class MeetingAnswerForm
{
    public long Version { get; set; }

    /// <summary>UTC, as <see cref="MeetingTimesForm.SuggestionFormat"/>.</summary>
    public string? Time { get; set; }

    public Guid? Person { get; set; }

    [StringLength(MeetingRequest.ReasonLimit), PlainText]
    public string? Reason { get; set; }
}

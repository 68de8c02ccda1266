using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Matchmaking.Core.Meetings;

public sealed record CalendarAttendee(string Name, string Address);

/// <summary>A meeting as a calendar entry, worded for one reader.</summary>
/// <param name="Sequence">A calendar takes the highest for the present state of the entry.</param>
/// <param name="Organiser">The platform, and never a person: a delegated meeting must keep its organiser, or calendars make a second entry.</param>
public sealed record CalendarEntry(
    string Uid,
    int Sequence,
    bool IsCancelled,
    TimeSlot Slot,
    string Summary,
    string Description,
    string Address,
    CalendarAttendee Organiser,
    IReadOnlyList<CalendarAttendee> Attendees
)
{
    public string Method => IsCancelled ? "CANCEL" : "REQUEST";

    /// <summary>Where people go, or null.</summary>
    public string? Location { get; init; }
}

/// <summary>Writes entries as an iCalendar file (RFC 5545, RFC 5546), UTF-8, lines of at most 75 octets.</summary>
public static class CalendarFile
{
    private const int LineOctets = 75;

    public static byte[] Write(CalendarEntry entry, DateTime now) => Write(entry.Method, [entry], now);

    /// <summary>Several entries that a calendar takes without asking anybody for an answer.</summary>
    public static byte[] Publish(IReadOnlyList<CalendarEntry> entries, DateTime now) => Write("PUBLISH", entries, now);

    private static byte[] Write(string method, IReadOnlyList<CalendarEntry> entries, DateTime now)
    {
        var calendar = new Ical.Net.Calendar { Method = method, ProductId = "-//Matchmaking//Meetings//EN" };
        calendar.Events.AddRange(entries.Select(entry => Event(entry, now)));
        return Encoding.UTF8.GetBytes(Fold(new CalendarSerializer().SerializeToString(calendar)!));
    }

    private static CalendarEvent Event(CalendarEntry entry, DateTime now) =>
        new()
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            Status = entry.IsCancelled ? "CANCELLED" : "CONFIRMED",
            DtStamp = new CalDateTime(now, "UTC"),
            Start = new CalDateTime(entry.Slot.Start, "UTC"),
            End = new CalDateTime(entry.Slot.End, "UTC"),
            Summary = entry.Summary,
            Description = entry.Description,
            Location = entry.Location,
            Url = new Uri(entry.Address),
            Organizer = new Organizer($"mailto:{entry.Organiser.Address}") { CommonName = Parameter(entry.Organiser.Name) },
            Attendees =
            [
                .. entry.Attendees.Select(attendee => new Attendee($"mailto:{attendee.Address}")
                {
                    CommonName = Parameter(attendee.Name),
                    Role = "REQ-PARTICIPANT",
                    ParticipationStatus = "ACCEPTED",
                    Rsvp = false,
                }),
            ],
        };

    /// <summary>A parameter's value has no way to write a quotation mark or a line end.</summary>
    private static string Parameter(string name) =>
        string.Concat(name.Select(sign => char.IsControl(sign) || sign == '"' ? ' ' : sign)).Trim();

    /// <summary>Folds anew by octets: the library counts characters, of which Chinese and Korean ones take three.</summary>
    private static string Fold(string text)
    {
        var unfolded = text.ReplaceLineEndings("\n").Replace("\n ", string.Empty, StringComparison.Ordinal).TrimEnd('\n');
        var folded = new StringBuilder(text.Length);
        foreach (var line in unfolded.Split('\n'))
        {
            var octets = 0;
            foreach (var character in line.EnumerateRunes())
            {
                if (octets + character.Utf8SequenceLength > LineOctets)
                {
                    folded.Append("\r\n ");
                    octets = 1;
                }

                folded.Append(character.ToString());
                octets += character.Utf8SequenceLength;
            }

            folded.Append("\r\n");
        }

        return folded.ToString();
    }
}

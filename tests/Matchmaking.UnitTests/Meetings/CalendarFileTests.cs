using System.Text;
using Matchmaking.Core.Meetings;
using Xunit;

namespace Matchmaking.UnitTests.Meetings;

public sealed class CalendarFileTests
{
    private static readonly CalendarEntry Entry = new(
        "meeting-1@matchmaking",
        Sequence: 3,
        IsCancelled: false,
        Given.Thursday,
        "与韩光二次电池材料的会面：电池级氢氧化锂，每月四十吨；价格, 样品\\检测; 报告与明年第一季度的供应计划",
        "한빛이차전지소재(주)와의 미팅\n수산화리튬 월 40톤을 내년 1분기부터 안정적으로 받고 싶어요. 𠮷野家 🚗 시험 성적서; 샘플, 가격",
        "https://matchmaking.example/meetings/1",
        new CalendarAttendee("Matchmaking", "no-reply@matchmaking.example"),
        [
            new CalendarAttendee("김민지, \"대표\"; 한빛이차전지소재 구매본부 해외조달팀 책임", "minji@example.com"),
            new CalendarAttendee("周文静", "wenjing@example.cn"),
        ]
    );

    [Fact]
    public void A_file_says_after_parsing_what_was_written()
    {
        var parsed = Parse(Entry, out var calendar);

        Assert.Equal("REQUEST", calendar.Method);
        Assert.Equal(Entry.Uid, parsed.Uid);
        Assert.Equal(3, parsed.Sequence);
        Assert.Equal("CONFIRMED", parsed.Status);
        Assert.Equal(Entry.Summary, parsed.Summary);
        Assert.Equal(Entry.Description, parsed.Description);
        Assert.Equal(Given.Thursday.Start, parsed.Start!.AsUtc);
        Assert.Equal(Given.Thursday.End, parsed.End!.AsUtc);
        Assert.Equal("mailto:no-reply@matchmaking.example", parsed.Organizer!.Value!.ToString());
        Assert.Equal(
            ["mailto:minji@example.com", "mailto:wenjing@example.cn"],
            parsed.Attendees.Select(attendee => attendee.Value!.ToString())
        );
        Assert.Equal("周文静", parsed.Attendees[1].CommonName);
        Assert.Contains("김민지", parsed.Attendees[0].CommonName, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_have_at_most_75_octets_end_with_both_signs_and_split_no_character()
    {
        var bytes = CalendarFile.Write(Entry, Given.Now);
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);

        var lines = text.Split("\r\n");
        Assert.Equal(string.Empty, lines[^1]);
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains(lines, line => Encoding.UTF8.GetByteCount(line) > 70);
        Assert.Contains("DTSTART:20261126T010000Z", lines);
        Assert.Contains("DTSTAMP:20261123T010000Z", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("BEGIN:VTIMEZONE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cancellation_names_the_same_entry_with_a_higher_sequence()
    {
        var parsed = Parse(Entry with { IsCancelled = true, Sequence = 4 }, out var calendar);

        Assert.Equal("CANCEL", calendar.Method);
        Assert.Equal("CANCELLED", parsed.Status);
        Assert.Equal(Entry.Uid, parsed.Uid);
        Assert.Equal(4, parsed.Sequence);
    }

    [Fact]
    public void Several_entries_are_published_in_one_file_each_in_its_own_state_and_place()
    {
        var file = CalendarFile.Publish(
            [Entry with { Location = "Songdo, table A7" }, Entry with { Uid = "meeting-2@matchmaking", IsCancelled = true, Sequence = 4 }],
            Given.Now
        );
        var calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(file))!;

        Assert.Equal("PUBLISH", calendar.Method);
        Assert.Equal(
            [(Entry.Uid, 3, "CONFIRMED", "Songdo, table A7"), ("meeting-2@matchmaking", 4, "CANCELLED", null)],
            calendar.Events.Select(item => (item.Uid, item.Sequence, item.Status, item.Location))
        );
    }

    private static Ical.Net.CalendarComponents.CalendarEvent Parse(CalendarEntry entry, out Ical.Net.Calendar calendar)
    {
        calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(CalendarFile.Write(entry, Given.Now)))!;
        return Assert.Single(calendar.Events);
    }
}

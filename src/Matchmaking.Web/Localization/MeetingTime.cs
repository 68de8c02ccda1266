using System.Globalization;
using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Matchmaking.Web.Localization;

/// <summary>
/// A moment at which people of both countries meet, always in both zones: <c>2026-11-25 (수) 10:00 KST · 09:00 CST</c>, for readers of
/// Chinese <c>2026年11月25日（周三）09:00 CST · 10:00 KST</c>. Neither country has summer time, so fixed offsets hold.
/// </summary>
public static class MeetingTime
{
    public static string Zone(this Country country) => country == Country.CN ? "CST" : "KST";

    /// <summary>Day and both times.</summary>
    public static string Format(DateTime utc, LanguageCode reader) =>
        Day(utc, reader) + (reader == LanguageCode.Zh ? string.Empty : " ") + Clock(utc, reader);

    /// <summary>The day in the reader's zone.</summary>
    public static string Day(DateTime utc, LanguageCode reader) => Day(DateOnly.FromDateTime(utc + First(reader).Offset()), reader);

    public static string Day(DateOnly day, LanguageCode reader)
    {
        var weekday = CultureInfo.GetCultureInfo(reader.ToCulture()).DateTimeFormat.GetAbbreviatedDayName(day.DayOfWeek);
        return reader == LanguageCode.Zh
            ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy年M月d日}（{weekday}）")
            : string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} ({weekday})");
    }

    /// <summary>The days of an expo: one, or from the first to the last.</summary>
    public static string Days(DateOnly first, DateOnly last, LanguageCode reader) =>
        last > first ? $"{Day(first, reader)} – {Day(last, reader)}" : Day(first, reader);

    /// <summary><c>10:00 KST · 09:00 CST</c>, the reader's zone first; the other's day is written where it differs.</summary>
    public static string Clock(DateTime utc, LanguageCode reader)
    {
        var first = First(reader);
        var (own, other) = (utc + first.Offset(), utc + first.Other().Offset());
        var day = own.Date == other.Date ? string.Empty : other.ToString("MM-dd ", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{own:HH:mm} {first.Zone()} · {day}{other:HH:mm} {first.Other().Zone()}");
    }

    public static Country First(LanguageCode reader) => reader == LanguageCode.Zh ? Country.CN : Country.KR;
}

/// <summary><c>&lt;meeting-time at="@start" /&gt;</c>: the moment in both zones; <c>part="Day"</c> or <c>part="Clock"</c> for one half.</summary>
public sealed class MeetingTimeTagHelper : TagHelper
{
    public DateTime At { get; set; }

    public MeetingTimePart Part { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
        var reader = ReaderLanguage.Current;
        if (Part != MeetingTimePart.Clock)
        {
            output.Content.AppendHtml("<span class=\"together\">").Append(MeetingTime.Day(At, reader)).AppendHtml("</span>");
        }

        if (Part != MeetingTimePart.Day)
        {
            var separator = Part == MeetingTimePart.Full && reader != LanguageCode.Zh ? " " : string.Empty;
            output.Content.AppendHtml($"{separator}<span class=\"together\">{MeetingTime.Clock(At, reader)}</span>");
        }
    }
}

public enum MeetingTimePart
{
    Full,
    Day,
    Clock,
}

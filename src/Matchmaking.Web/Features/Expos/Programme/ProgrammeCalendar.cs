using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Meetings;
using Matchmaking.Core.Notifications;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Matchmaking.Web.Features.Expos.Programme;

/// <summary>For whom a programme is written.</summary>
/// <param name="Names">Of the firms of the expo.</param>
public sealed record ProgrammeReader(
    ExpoId Expo,
    ExpoProfile Profile,
    CompanyId Firm,
    IReadOnlyDictionary<CompanyId, LocalizedText> Names,
    LanguageCode Language
)
{
    public static ProgrammeReader Of(ToldRound told, LanguageCode language) =>
        new(told.Expo, told.Profile, told.Firm, told.Names, language);

    public string Partner(PlannedMeeting meeting) => Names[meeting.Beside(Firm)].For(Language);
}

/// <summary>The meetings of one firm as a calendar file, the same in a mail and for download.</summary>
public sealed class ProgrammeCalendar(SiteAddress site, IOptions<MailOptions> mail, TimeProvider clock)
{
    /// <param name="texts">Of the culture in which the reader reads.</param>
    public MailAttachment Write(IEnumerable<ToldMeeting> told, ProgrammeReader reader, IStringLocalizer texts) =>
        new(
            "programme.ics",
            "text/calendar; charset=utf-8; method=PUBLISH",
            CalendarFile.Publish([.. told.Select(meeting => Entry(meeting, reader, texts))], clock.GetUtcNow().UtcDateTime)
        );

    private CalendarEntry Entry(ToldMeeting told, ProgrammeReader reader, IStringLocalizer texts)
    {
        var meeting = told.Planned;
        var lines = new List<string?>
        {
            reader.Profile.Names.For(reader.Language),
            MeetingTime.Format(meeting.Start, reader.Language),
            texts["table {0}", meeting.Table],
            meeting.Interpreter is { } interpreter ? texts["Interpreter: {0}", interpreter].Value : null,
        };
        return new CalendarEntry(
            meeting.CalendarUid,
            told.CalendarSequence,
            told.IsCancelled,
            meeting.Time,
            texts["Expo meeting with {0}", reader.Partner(meeting)],
            string.Join('\n', lines.OfType<string>()),
            site.LinkTo($"/expos/{reader.Expo}/programme"),
            new CalendarAttendee("Matchmaking", mail.Value.From),
            []
        )
        {
            Location = $"{reader.Profile.Place}, {texts["table {0}", meeting.Table]}",
        };
    }
}

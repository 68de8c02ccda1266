using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Booking;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Programme;

/// <summary>A firm's own meetings at an expo, and what it says to them.</summary>
[Authorize(Policies.Company)]
[Route("expos/{id}/programme")]
public sealed class FirmProgrammeController(
    IStringLocalizer<Texts> texts,
    SiteAddress site,
    ReadFirmProgramme read,
    ReadBooking booking,
    TimeProvider clock
) : Controller
{
    private const string Page = "FirmProgramme";

    [HttpGet("")]
    public async Task<IActionResult> Show(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var programme = await read.ExecuteAsync(id, actor, cancellationToken);
        return programme.Succeeded
            ? View(Page, await PageAsync(programme.Value, new ChangeForm(), isOpen: false, actor, cancellationToken))
            : NotFound();
    }

    /// <param name="revision">Of the plan that was seen.</param>
    [HttpPost("confirm")]
    public async Task<IActionResult> Confirm(
        ExpoId id,
        string? revision,
        Actor actor,
        [FromServices] AnswerPlan answer,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await answer.ExecuteAsync(id, new PlanReply(revision ?? string.Empty, null, string.Empty), actor, cancellationToken),
            texts["Your programme is confirmed."],
            $"/expos/{id}/programme",
            texts
        );

    [HttpPost("change")]
    public async Task<IActionResult> AskForChange(
        ExpoId id,
        ChangeForm form,
        Actor actor,
        [FromServices] AnswerPlan answer,
        CancellationToken cancellationToken
    )
    {
        var programme = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!programme.Succeeded)
        {
            return NotFound();
        }

        var page = await PageAsync(programme.Value, form, isOpen: true, actor, cancellationToken);
        if (!ModelState.IsValid)
        {
            return this.Invalid(Page, page);
        }

        var reply = new PlanReply(form.Revision ?? string.Empty, form.Reason, form.Text ?? string.Empty);
        var asked = await answer.ExecuteAsync(id, reply, actor, cancellationToken);

        // The next attempt is made in the knowledge of the plan that is shown with this answer.
        ModelState.Remove(nameof(ChangeForm.Revision));
        return this.Answer(
            asked,
            () => this.Done(texts["Your request is with the organiser."], $"/expos/{id}/programme"),
            () => View(Page, page)
        );
    }

    /// <summary>All that the firm was told, as its calendar takes it.</summary>
    [HttpGet("calendar.ics")]
    public async Task<IActionResult> Calendar(
        ExpoId id,
        Actor actor,
        [FromServices] ProgrammeCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var programme = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!programme.Succeeded || programme.Value.Told.Count == 0)
        {
            return NotFound();
        }

        var (expo, names) = (programme.Value.Expo, programme.Value.Names);
        var reader = new ProgrammeReader(id, expo.Profile, expo.Firm.CompanyId, names, ReaderLanguage.Current);
        var file = calendar.Write(programme.Value.Told, reader, texts);
        return File(file.Content.ToArray(), file.ContentType, file.FileName);
    }

    private async Task<FirmProgrammePage> PageAsync(
        FirmProgramme programme,
        ChangeForm form,
        bool isOpen,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var booked = programme.MayBook ? await booking.ExecuteAsync(programme.Expo.Id, actor, cancellationToken) : null;
        return new FirmProgrammePage(
            programme,
            form,
            CheckIn(programme),
            booked is { Succeeded: true } ? booked.Value : null,
            isOpen,
            clock.GetUtcNow().UtcDateTime
        );
    }

    /// <summary>The firm shows it at the door; null before there is a programme to come for.</summary>
    private QrCode? CheckIn(FirmProgramme programme) =>
        programme.Expo.State >= ExpoState.Published
            ? QrCode.Of(site.LinkTo($"/organise/{programme.Expo.Id}/check-in/{programme.Expo.Firm.CheckInCode}"))
            : null;
}

/// <param name="CheckIn">What the firm shows at the door, or null.</param>
/// <param name="Booking">What it can book and cancel; null while firms do not book.</param>
/// <param name="IsOpen">The form for a change is shown unfolded.</param>
public sealed record FirmProgrammePage(
    FirmProgramme Programme,
    ChangeForm Form,
    QrCode? CheckIn,
    FirmBooking? Booking,
    bool IsOpen,
    DateTime Now
)
{
    /// <summary>By the days of the hall, those that are over last.</summary>
    public IEnumerable<IGrouping<DateOnly, PlannedMeeting>> Days =>
        Programme.Meetings.GroupBy(meeting => DayOf(meeting.Start)).OrderBy(day => day.All(meeting => meeting.Time.End <= Now));

    public bool IsOn(PlannedMeeting meeting) => IsCertain && meeting.Start <= Now && Now < meeting.Time.End;

    /// <summary>The first of today that is still to come.</summary>
    public bool IsNext(PlannedMeeting meeting) =>
        IsCertain && DayOf(meeting.Start) == DayOf(Now) && meeting == Programme.Meetings.FirstOrDefault(other => other.Start > Now);

    /// <summary>What the organiser has said of a meeting, as this firm reads it; null as long as nothing is said.</summary>
    public FirmHeld? Held(PlannedMeeting meeting) =>
        Programme.Held(meeting) switch
        {
            null => null,
            MeetingHeld.Held => FirmHeld.Held,
            MeetingHeld.NoShowBoth => FirmHeld.BothMissed,
            MeetingHeld.NoShowA => meeting.A == Programme.Expo.Firm.CompanyId ? FirmHeld.WeMissed : FirmHeld.TheyMissed,
            _ => meeting.B == Programme.Expo.Firm.CompanyId ? FirmHeld.WeMissed : FirmHeld.TheyMissed,
        };

    /// <summary>Null for a meeting that the firm cannot cancel.</summary>
    public BookedMeeting? Booked(PlannedMeeting meeting) => Booking?.Booked.FirstOrDefault(item => item.Meeting == meeting.Id);

    public LocalizedText Partner(PlannedMeeting meeting) => Programme.Names[meeting.Beside(Programme.Expo.Firm.CompanyId)];

    private bool IsCertain => Programme.Expo.State.TakesOutcomes();

    private DateOnly DayOf(DateTime time) => DateOnly.FromDateTime(time + Programme.Expo.Profile.Hall.Offset());
}

public enum FirmHeld
{
    Held,
    WeMissed,
    TheyMissed,
    BothMissed,
}

public sealed class ChangeForm
{
    public string? Revision { get; set; }

    [Required]
    public ChangeReason? Reason { get; set; }

    [PlainText]
    [Required]
    [StringLength(PlanAnswer.TextLimit)]
    public string? Text { get; set; }
}

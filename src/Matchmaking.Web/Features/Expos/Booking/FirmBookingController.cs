using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Booking;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Booking;

/// <summary>A firm gives one of its meetings a time, or takes it back.</summary>
[Authorize(Policies.Company)]
[Route("expos/{id}/booking/{meeting:guid}")]
public sealed class FirmBookingController(IStringLocalizer<Texts> texts, ReadBooking read) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Times(ExpoId id, Guid meeting, Actor actor, CancellationToken cancellationToken)
    {
        var booking = await read.ExecuteAsync(id, actor, cancellationToken);
        return booking.Succeeded && TimesPage.Of(booking.Value, meeting) is { } page ? View("Times", page) : Elsewhere(booking, id);
    }

    /// <summary>Whoever was too late sees what is free by then.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Book(
        ExpoId id,
        Guid meeting,
        Guid slot,
        Actor actor,
        [FromServices] BookMeeting book,
        CancellationToken cancellationToken
    )
    {
        var booked = await book.ExecuteAsync(id, meeting, slot, actor, cancellationToken);
        var booking = booked.Succeeded ? null : await read.ExecuteAsync(id, actor, cancellationToken);
        if (booking is not { Succeeded: true } || TimesPage.Of(booking.Value, meeting) is not { } page)
        {
            return this.Told(booked, texts["The meeting is booked, and the other firm is told."], Programme(id), texts);
        }

        Response.StatusCode = booked.FailureStatus(Response);
        return View("Times", page with { Problem = texts.Sentence(booked.Errors[0]) });
    }

    /// <summary>In two steps: what is given back is shown first.</summary>
    [HttpGet("cancel")]
    public async Task<IActionResult> Cancel(ExpoId id, Guid meeting, Actor actor, CancellationToken cancellationToken)
    {
        var booking = await read.ExecuteAsync(id, actor, cancellationToken);
        return booking.Succeeded && booking.Value.Booked.FirstOrDefault(item => item.Meeting == meeting) is { } booked
            ? View(new CancelPage(booking.Value, booked))
            : Elsewhere(booking, id);
    }

    [HttpPost("cancel")]
    public async Task<IActionResult> Cancel(
        ExpoId id,
        Guid meeting,
        Actor actor,
        [FromServices] CancelBooking cancel,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await cancel.ExecuteAsync(id, meeting, actor, cancellationToken),
            texts["The meeting is cancelled, and the other firm is told."],
            Programme(id),
            texts
        );

    /// <summary>Booking is closed, or the meeting is not there for this firm to book or cancel.</summary>
    private IActionResult Elsewhere(Result booking, ExpoId id) =>
        booking.Succeeded ? NotFound() : this.Told(booking, string.Empty, Programme(id), texts);

    private static string Programme(ExpoId id) => $"/expos/{id}/programme";
}

/// <param name="Problem">Why the last press booked nothing.</param>
public sealed record TimesPage(FirmBooking Booking, BookablePartner Partner, string? Problem = null)
{
    /// <summary>By the days of the hall.</summary>
    public IEnumerable<IGrouping<DateOnly, ExpoSlot>> Days =>
        Partner.Times.GroupBy(slot => DateOnly.FromDateTime(slot.Start + Booking.Expo.Profile.Hall.Offset()));

    /// <summary>Null for a meeting that the firm cannot book.</summary>
    public static TimesPage? Of(FirmBooking booking, Guid meeting) =>
        booking.Partners.FirstOrDefault(partner => partner.Meeting == meeting) is { } partner ? new TimesPage(booking, partner) : null;
}

public sealed record CancelPage(FirmBooking Booking, BookedMeeting Meeting);

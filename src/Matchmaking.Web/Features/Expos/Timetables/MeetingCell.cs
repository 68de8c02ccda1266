using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Booking;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Web.Features.Expos.Timetables;

/// <param name="Beside">The firm in whose row it stands: only the other is named, with the table; null in the grid of tables.</param>
public sealed record MeetingCell(DraftPage Page, DraftMeeting Meeting, CompanyId? Beside = null)
{
    public string Link =>
        (Page.Filter with { Part = DraftPart.Tables, Pick = Meeting.MeetingId }).At(Page.View.Expo.Id, Page.View.Draft.Number) + "#picked";

    public CompanyId Other => Meeting.Meeting.A == Beside ? Meeting.Meeting.B : Meeting.Meeting.A;

    public MeetingBooking? Booking => Page.View.Booking(Meeting);

    public string Marks =>
        string.Join(
            ' ',
            new[]
            {
                Meeting.IsMust ? "must" : null,
                Meeting.IsLocked ? "locked" : null,
                Page.Broken.Contains(Meeting.MeetingId) ? "broken" : null,
                Page.IsMeant(Meeting) ? null : "dim",
                Meeting == Page.Picked ? "picked-up" : null,
            }.OfType<string>()
        );
}

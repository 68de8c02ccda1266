using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Core.Meetings;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Home;

[AllowAnonymous]
public sealed class HomeController(CurrentActor current) : Controller
{
    /// <summary>What the site does, for visitors; what waits for the reader, for whoever acts for a firm.</summary>
    [HttpGet("/")]
    public async Task<IActionResult> Index(
        [FromServices] CountLiveListings count,
        [FromServices] ListComingExpos coming,
        [FromServices] ListMeetings meetings,
        [FromServices] ListOwnListings listings,
        [FromServices] FindPartners partners,
        [FromServices] ListSavedSearches searches,
        [FromServices] ListInvitations invitations,
        [FromServices] ListExpoTasks tasks,
        CancellationToken cancellationToken
    )
    {
        var actor = await current.GetAsync(cancellationToken);
        if (actor?.CompanyId is null)
        {
            return actor?.AgencyId is null
                ? View(
                    new WelcomeModel(
                        await count.ExecuteAsync(cancellationToken),
                        await coming.ExecuteAsync(cancellationToken),
                        LacksFirm: actor is { IsAdministrator: false }
                    )
                )
                : Redirect("/reviews");
        }

        var open = await meetings.ExecuteAsync(1, actor, cancellationToken);
        var returned = await listings.ExecuteAsync(OwnListingsFilter.Waiting, 1, actor, cancellationToken);
        var newest = await partners.ExecuteAsync(new PartnersRequest(), actor, cancellationToken);
        return View(
            "Waiting",
            new WaitingModel(
                [.. open.Of(MeetingGroup.WaitingForUs)],
                returned.Rows.Items,
                newest.Succeeded ? [.. newest.Value.Partners.Items.Take(WaitingModel.PartnersShown)] : null,
                await searches.ExecuteAsync(actor, cancellationToken),
                [.. (await invitations.ExecuteAsync(actor, cancellationToken)).Where(expo => expo.AwaitsAnswer)],
                await tasks.ExecuteAsync(actor, cancellationToken)
            )
        );
    }

    [HttpGet("/about")]
    public IActionResult About() => View();

    [HttpGet("/privacy")]
    public IActionResult Privacy() => View();
}

/// <param name="LacksFirm">The reader is signed in and acts for nobody yet.</param>
public sealed record WelcomeModel(LiveListingCounts Live, IReadOnlyList<ComingExpo> Expos, bool LacksFirm);

/// <param name="Partners">Null when they cannot be ranked just now.</param>
/// <param name="Invitations">Those that the firm can answer now and has not.</param>
/// <param name="Returned">Returned, expired or suspended: the firm has the next step.</param>
public sealed record WaitingModel(
    IReadOnlyList<MeetingRow> Meetings,
    IReadOnlyList<OwnListingRow> Returned,
    IReadOnlyList<PartnerRow>? Partners,
    IReadOnlyList<SavedSearchRow> Searches,
    IReadOnlyList<ExpoInvitation> Invitations,
    IReadOnlyList<ExpoTask> ExpoTasks
)
{
    public const int PartnersShown = 5;
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Members;
using Matchmaking.Core.Meetings;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Shared;

/// <summary>The head of every page: where one can go depends on whom the reader acts for.</summary>
public sealed class SiteHeader(CurrentActor current, CountWaitingMeetings waiting, ListOwnMemberships memberships) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var actor = await current.GetAsync(HttpContext.RequestAborted);
        var meetings = actor is null ? 0 : await waiting.ExecuteAsync(actor, HttpContext.RequestAborted);
        var choices = actor is null ? [] : await memberships.ExecuteAsync(actor, HttpContext.RequestAborted);
        return View("/Features/Shared/SiteHeader.cshtml", new SiteHeaderModel(actor, choices, meetings));
    }
}

/// <param name="Memberships">Whom the reader can act for, the present one among them.</param>
/// <param name="WaitingMeetings">How many meetings wait for the reader's answer.</param>
public sealed record SiteHeaderModel(Actor? Actor, IReadOnlyList<OwnMembership> Memberships, int WaitingMeetings)
{
    /// <summary>The name of the firm or agency, in the reader's script where there is one.</summary>
    public string? ActingFor => Memberships.FirstOrDefault(item => item.IsActing)?.Names.For(ReaderLanguage.Current);

    public IEnumerable<OwnMembership> Others => Memberships.Where(item => !item.IsActing);
}

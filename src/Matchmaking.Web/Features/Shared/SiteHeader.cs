using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Meetings;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Features.Shared;

/// <summary>The head of every page: where one can go depends on whom the reader acts for.</summary>
public sealed class SiteHeader(CurrentActor current, CountWaitingMeetings waiting, AppDbContext db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var actor = await current.GetAsync(HttpContext.RequestAborted);
        var meetings = actor is null ? 0 : await waiting.ExecuteAsync(actor, HttpContext.RequestAborted);
        return View("/Features/Shared/SiteHeader.cshtml", new SiteHeaderModel(actor, await ActingForAsync(actor), meetings));
    }

    private async Task<string?> ActingForAsync(Actor? actor)
    {
        var names = actor switch
        {
            { CompanyId: { } company } => await db
                .Companies.AsNoTracking()
                .Where(item => item.Id == company)
                .Select(item => item.Profile.Names)
                .SingleOrDefaultAsync(HttpContext.RequestAborted),
            { AgencyId: { } agency } => await db
                .Agencies.AsNoTracking()
                .Where(item => item.Id == agency)
                .Select(item => item.Names)
                .SingleOrDefaultAsync(HttpContext.RequestAborted),
            _ => null,
        };
        return names?.For(ReaderLanguage.Current);
    }
}

/// <param name="ActingFor">The name of the firm or agency, in the reader's script where there is one.</param>
/// <param name="WaitingMeetings">How many meetings wait for the reader's answer.</param>
public sealed record SiteHeaderModel(Actor? Actor, string? ActingFor, int WaitingMeetings);

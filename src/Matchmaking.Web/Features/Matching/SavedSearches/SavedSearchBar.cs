using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Matching.SavedSearches;

/// <summary>Above a list of results: what its reader has saved, and a form to save what is asked now. Nothing for whoever acts for no firm.</summary>
public sealed class SavedSearchBar(CurrentActor current, ListSavedSearches list, IStringLocalizer<Texts> texts) : ViewComponent
{
    private const int Shown = 6;

    public async Task<IViewComponentResult> InvokeAsync(SavedSearchKind kind, SavedQuestion question)
    {
        if (await current.GetAsync(HttpContext.RequestAborted) is not { CompanyId: not null } actor)
        {
            return Content(string.Empty);
        }

        var address = SavedSearchAddress.Of(kind, question);
        var rows = (await list.ExecuteAsync(actor, HttpContext.RequestAborted)).Where(row => row.Kind == kind).ToList();
        var present = rows.Find(row => SavedSearchAddress.Of(kind, row.Question) == address);
        var isAsked = kind == SavedSearchKind.Partners || question.Text.Length > 0;
        return View(
            "/Features/Matching/SavedSearches/SavedSearchBar.cshtml",
            new SavedSearchBarModel(
                [.. rows.OrderByDescending(row => row == present).ThenByDescending(row => row.New.Count).Take(Shown)],
                rows.Count > Shown,
                present?.Id,
                isAsked && present is null
                    ? new SavedSearchFormView(
                        "/saved-searches" + address,
                        texts.SuggestedName(kind, question),
                        SavedSearchAlert.Weekly,
                        "-new"
                    )
                    : null
            )
        );
    }
}

/// <param name="Present">The one whose question is on the page now, or null.</param>
/// <param name="Form">Null where there is nothing to save.</param>
public sealed record SavedSearchBarModel(
    IReadOnlyList<SavedSearchRow> Rows,
    bool HasMore,
    Core.Common.SavedSearchId? Present,
    SavedSearchFormView? Form
);

using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Companies.Agencies;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Companies;

/// <summary>Who the agencies are and who reviews for them.</summary>
[Authorize(Policies.Administrator)]
[Route("admin/agencies")]
public sealed class AgenciesController(IStringLocalizer<Texts> texts, ListAgencies list) : Controller
{
    private const string Page = "/admin/agencies";

    [HttpGet("")]
    public Task<IActionResult> Index(Actor actor, CancellationToken cancellationToken) =>
        ShowAsync(new AgencyForm(), actor, cancellationToken);

    [HttpPost("")]
    public async Task<IActionResult> Create(
        AgencyForm form,
        Actor actor,
        [FromServices] CreateAgency create,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(form, actor, cancellationToken);
        }

        var names = new LocalizedText(form.NameZh ?? string.Empty, form.NameKo ?? string.Empty, form.NameLatin ?? string.Empty);
        var created = await create.ExecuteAsync(form.Country, names, actor, cancellationToken);
        return await DoneAsync(created, texts["The agency is created."], form, actor, cancellationToken);
    }

    [HttpPost("{id}/reviewers")]
    public async Task<IActionResult> Add(
        AgencyId id,
        [StringLength(CompanyLimits.Email)] string? email,
        Actor actor,
        [FromServices] AddReviewer add,
        CancellationToken cancellationToken
    )
    {
        var added = await add.ExecuteAsync(id, email ?? string.Empty, actor, cancellationToken);
        return await DoneAsync(
            added,
            texts["{0} reviews for the agency now.", email ?? string.Empty],
            new AgencyForm(),
            actor,
            cancellationToken
        );
    }

    [HttpPost("{id}/reviewers/{reviewer}/remove")]
    public async Task<IActionResult> Remove(
        AgencyId id,
        MembershipId reviewer,
        Actor actor,
        [FromServices] RemoveReviewer remove,
        CancellationToken cancellationToken
    )
    {
        var removed = await remove.ExecuteAsync(id, reviewer, actor, cancellationToken);
        return await DoneAsync(removed, texts["The person no longer reviews for the agency."], new AgencyForm(), actor, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(AgencyForm form, Actor actor, CancellationToken cancellationToken)
    {
        var agencies = await list.ExecuteAsync(ReaderLanguage.Current, actor, cancellationToken);
        return agencies.Succeeded ? View("Agencies", new AgenciesModel(agencies.Value, form)) : NotFound();
    }

    private async Task<IActionResult> DoneAsync(
        Result result,
        string notice,
        AgencyForm form,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var agencies = await list.ExecuteAsync(ReaderLanguage.Current, actor, cancellationToken);
        return this.Answer(result, () => this.Done(notice, Page), () => View("Agencies", new AgenciesModel(agencies.Value, form)));
    }
}

public sealed record AgenciesModel(AgenciesPage Page, AgencyForm Form);

public sealed class AgencyForm
{
    [EnumDataType(typeof(Country))]
    public Country Country { get; set; }

    [StringLength(CompanyLimits.Name)]
    public string? NameZh { get; set; }

    [StringLength(CompanyLimits.Name)]
    public string? NameKo { get; set; }

    [Required, StringLength(CompanyLimits.Name)]
    public string? NameLatin { get; set; }
}

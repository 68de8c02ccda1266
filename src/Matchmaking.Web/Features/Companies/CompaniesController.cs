using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Companies.Agencies;
using Matchmaking.Core.Listings;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Companies;

[Route("companies")]
public sealed class CompaniesController(IStringLocalizer<Texts> texts) : Controller
{
    [Authorize(Policies.Agency)]
    [HttpGet("")]
    public async Task<IActionResult> Index(
        CompaniesQuery query,
        Actor actor,
        [FromServices] ListCompanies list,
        CancellationToken cancellationToken
    )
    {
        bool? verified = query.Verified switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
        var filter = new CompanyFilter(query.Q ?? string.Empty, query.Sector ?? string.Empty, verified, query.Page);
        var firms = await list.ExecuteAsync(filter, actor, cancellationToken);
        return firms.Succeeded ? View(new CompaniesModel(firms.Value, query)) : NotFound();
    }

    [HttpGet("register")]
    public IActionResult Register(Country? country, Actor actor)
    {
        var chosen =
            country is { } given && Enum.IsDefined(given) ? given
            : ReaderLanguage.Current == LanguageCode.Zh ? Country.CN
            : Country.KR;
        ModelState.Clear();
        return View(
            new CompanyForm
            {
                Country = chosen,
                AboutLanguage = chosen.Language(),
                ContactPerson = actor.Name,
            }
        );
    }

    [HttpPost("register")]
    public async Task<IActionResult> Register(
        CompanyForm form,
        Actor actor,
        [FromServices] RegisterCompany register,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid(nameof(Register), form);
        }

        var result = await register.ExecuteAsync(form.ToInput(), actor, cancellationToken);
        return this.Answer(
            result,
            () => this.Done(texts["The firm is registered. You act for it now."], $"/companies/{result.Value}"),
            () => View(form)
        );
    }

    [AllowAnonymous]
    [HttpGet("{id}")]
    public async Task<IActionResult> Show(
        CompanyId id,
        Actor? actor,
        [FromServices] ReadCompany read,
        [FromServices] ListLiveListings listLive,
        [FromServices] ListSimilarFirms listSimilar,
        CancellationToken cancellationToken
    )
    {
        var company = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!company.Succeeded)
        {
            return NotFound();
        }

        var listings = await listLive.ExecuteAsync(id, cancellationToken);
        return View(new CompanyPage(company.Value, listings, await listSimilar.ExecuteAsync(id, actor, cancellationToken), actor));
    }

    [Authorize(Policies.CompanyOwner)]
    [HttpGet("{id}/edit")]
    public async Task<IActionResult> Edit(CompanyId id, Actor actor, [FromServices] ReadCompany read, CancellationToken cancellationToken)
    {
        var company = await read.ExecuteAsync(id, actor, cancellationToken);
        return company is { Succeeded: true, Value.MayEdit: true } ? View(CompanyForm.Of(company.Value)) : NotFound();
    }

    [Authorize(Policies.CompanyOwner)]
    [HttpPost("{id}/edit")]
    public async Task<IActionResult> Edit(
        CompanyId id,
        CompanyForm form,
        Actor actor,
        [FromServices] EditCompany edit,
        [FromServices] ReadCompany read,
        CancellationToken cancellationToken
    )
    {
        if (!actor.ActsFor(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid(nameof(Edit), form);
        }

        var result = await edit.ExecuteAsync(id, form.Revision, form.ToInput(), actor, cancellationToken);
        if (result.Errors.Any(error => error.Kind == ErrorKind.Conflict))
        {
            // The next attempt is made in the knowledge of the change that came between.
            form.Revision = (await read.ExecuteAsync(id, actor, cancellationToken)).Value.ProfileRevision;
            ModelState.Remove(nameof(form.Revision));
        }

        return this.Answer(result, () => this.Done(texts["The profile is saved."], $"/companies/{id}"), () => View(form));
    }
}

/// <param name="Similar">For agencies of the firm's country; else empty.</param>
public sealed record CompanyPage(
    CompanyView Company,
    IReadOnlyList<LiveListing> Listings,
    IReadOnlyList<SimilarFirm> Similar,
    Actor? Viewer
);

public sealed record CompaniesModel(Page<CompanyRow> Page, CompaniesQuery Query);

public sealed class CompaniesQuery
{
    public string? Q { get; set; }

    public string? Sector { get; set; }

    /// <summary><c>yes</c>, <c>no</c>, or anything else for both.</summary>
    public string? Verified { get; set; }

    public int Page { get; set; } = 1;
}

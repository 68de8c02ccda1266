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

[Authorize(Policies.Agency)]
[Route("companies/{id}/evidence")]
public sealed class EvidenceController(IStringLocalizer<Texts> texts, ReadCompany read, TimeProvider clock) : Controller
{
    [HttpGet("new")]
    public Task<IActionResult> New(CompanyId id, Actor actor, CancellationToken cancellationToken) =>
        FormAsync(id, new EvidenceForm { CheckedOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) }, actor, cancellationToken);

    [HttpPost("")]
    public async Task<IActionResult> Record(
        CompanyId id,
        EvidenceForm form,
        Actor actor,
        [FromServices] RecordEvidence record,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(id, form, actor, cancellationToken);
        }

        var result = await record.ExecuteAsync(
            id,
            form.Claim!.Value,
            form.Source!,
            form.CheckedOn!.Value,
            form.ExpiresOn,
            actor,
            cancellationToken
        );
        var company = await read.ExecuteAsync(id, actor, cancellationToken);
        return this.Answer(
            result,
            () => this.Done(texts["The check is recorded."], $"/companies/{id}"),
            () => View("Evidence", new EvidenceModel(company.Value, form))
        );
    }

    [HttpPost("{evidence}/revoke")]
    public async Task<IActionResult> Revoke(
        CompanyId id,
        int evidence,
        Actor actor,
        [FromServices] RevokeEvidence revoke,
        CancellationToken cancellationToken
    )
    {
        var result = await revoke.ExecuteAsync(id, evidence, actor, cancellationToken);
        return this.Answer(
            result,
            () => this.Done(texts["The check is taken back."], $"/companies/{id}"),
            () => this.Done(texts.Sentence(result.Errors[0]), $"/companies/{id}")
        );
    }

    private async Task<IActionResult> FormAsync(CompanyId id, EvidenceForm form, Actor actor, CancellationToken cancellationToken)
    {
        var company = await read.ExecuteAsync(id, actor, cancellationToken);
        return company is { Succeeded: true, Value.MayRecordEvidence: true }
            ? View("Evidence", new EvidenceModel(company.Value, form))
            : NotFound();
    }
}

public sealed record EvidenceModel(CompanyView Company, EvidenceForm Form);

public sealed class EvidenceForm
{
    [Required, EnumDataType(typeof(EvidenceClaim))]
    public EvidenceClaim? Claim { get; set; }

    [Required, StringLength(CompanyLimits.EvidenceSource)]
    public string? Source { get; set; }

    [Required]
    public DateOnly? CheckedOn { get; set; }

    public DateOnly? ExpiresOn { get; set; }
}

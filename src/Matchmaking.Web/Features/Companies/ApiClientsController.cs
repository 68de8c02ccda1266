using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Companies;

/// <summary>Programs that act for the firm or the agency by themselves.</summary>
[Authorize(Policies.ApiClients)]
[Route("api-clients")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ApiClientsController(IStringLocalizer<Texts> texts, ListApiClients list) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(Actor actor, CancellationToken cancellationToken) =>
        ShowAsync(new ApiClientForm(), created: null, actor, cancellationToken);

    /// <summary>Answers with the page itself and no redirect: the secret stands in this one answer.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(
        ApiClientForm form,
        Actor actor,
        [FromServices] CreateApiClient create,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(form, created: null, actor, cancellationToken);
        }

        var created = await create.ExecuteAsync(form.Name!, form.Scopes, actor, cancellationToken);
        if (created.Succeeded)
        {
            ModelState.Clear();
            return await ShowAsync(new ApiClientForm(), created.Value, actor, cancellationToken);
        }

        var page = await ShowAsync(form, created: null, actor, cancellationToken);
        return this.Answer(created, NoContent, () => page);
    }

    [HttpPost("{id}/revoke")]
    public async Task<IActionResult> Revoke(
        string id,
        Actor actor,
        [FromServices] RevokeApiClient revoke,
        CancellationToken cancellationToken
    ) =>
        this.Answer(
            await revoke.ExecuteAsync(id, actor, cancellationToken),
            () => this.Done(texts["The program no longer has access."], "/api-clients"),
            NotFound
        );

    private async Task<IActionResult> ShowAsync(ApiClientForm form, NewApiClient? created, Actor actor, CancellationToken cancellationToken)
    {
        var clients = await list.ExecuteAsync(actor, cancellationToken);
        return clients.Succeeded ? View("ApiClients", new ApiClientsModel(clients.Value, ApiScopes.For(actor), form, created)) : NotFound();
    }
}

/// <param name="Created">Just made, with its secret; else null.</param>
public sealed record ApiClientsModel(
    IReadOnlyList<ApiClientRow> Clients,
    IReadOnlyList<string> Scopes,
    ApiClientForm Form,
    NewApiClient? Created
);

public sealed class ApiClientForm
{
    [Required, StringLength(CreateApiClient.NameLimit)]
    public string? Name { get; set; }

    public string[] Scopes { get; set; } = [];
}

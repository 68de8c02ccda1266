using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation.Import;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Firms;

/// <summary>Firms from a table: what would be done is shown row by row, and done by the button below.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/firms/import")]
public sealed class FirmTableController(IStringLocalizer<Texts> texts, ReadExpo read) : Controller
{
    private const int FileLimit = 1 << 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        return expo.Succeeded ? View("Import", new ImportPage(expo.Value, null)) : NotFound();
    }

    [HttpPost("")]
    [RequestSizeLimit(FileLimit)]
    public async Task<IActionResult> Look(
        ExpoId id,
        IFormFile? file,
        Actor actor,
        [FromServices] ReadFirmTable table,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return NotFound();
        }

        if (file is null)
        {
            ModelState.AddModelError("File", texts["Choose a file first."]);
            return this.Invalid("Import", new ImportPage(expo.Value, null));
        }

        await using var content = file.OpenReadStream();
        var found = await table.ExecuteAsync(id, content, actor, cancellationToken);
        return this.Answer(
            found,
            () => View("Import", new ImportPage(expo.Value, found.Value)),
            () => View("Import", new ImportPage(expo.Value, null))
        );
    }
}

/// <param name="Table">Null until a file was chosen.</param>
public sealed record ImportPage(Expo Expo, FirmTable? Table)
{
    /// <summary>Named for the field of the form.</summary>
    public IFormFile? File => null;
}

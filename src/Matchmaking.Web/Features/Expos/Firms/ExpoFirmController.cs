using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Firms;

/// <summary>What the organiser sets for one firm: how many meetings, a table of its own, and that it comes after all.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/firms/{firm:guid}")]
public sealed class ExpoFirmController(IStringLocalizer<Texts> texts, ReadExpo read, ListExpoFirms list) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(ExpoId id, Guid firm, Actor actor, CancellationToken cancellationToken) =>
        await PageAsync(id, firm, null, actor, cancellationToken) is { } page ? View("Firm", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Edit(
        ExpoId id,
        Guid firm,
        FirmForm form,
        Actor actor,
        [FromServices] ChangeFirm change,
        CancellationToken cancellationToken
    )
    {
        if (await PageAsync(id, firm, form, actor, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid("Firm", page);
        }

        var changed = await change.ExecuteAsync(id, firm, new FirmSettings(form.Min, form.Max, form.Table), actor, cancellationToken);
        return this.Answer(
            changed,
            () => this.Done(texts["“{0}” is saved.", page.Row.Names.For(ReaderLanguage.Current)], $"/organise/{id}/firms"),
            () => View("Firm", page)
        );
    }

    [HttpPost("take-back")]
    public async Task<IActionResult> TakeBack(
        ExpoId id,
        Guid firm,
        Actor actor,
        [FromServices] TakeFirmBack takeBack,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await takeBack.ExecuteAsync(id, firm, actor, cancellationToken),
            texts["The firm attends. Its meetings have no place until you give them one."],
            $"/organise/{id}/firms/{firm}",
            texts
        );

    private async Task<FirmPage?> PageAsync(ExpoId id, Guid firm, FirmForm? form, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        var row = expo.Succeeded
            ? (await list.ExecuteAsync(id, actor, cancellationToken)).Firms.FirstOrDefault(item => item.Firm.Id == firm)
            : null;
        return row is null ? null : new FirmPage(expo.Value, row, form ?? FirmForm.Of(row.Firm));
    }
}

public sealed record FirmPage(Expo Expo, ExpoFirmRow Row, FirmForm Form)
{
    /// <summary>Tables that no other firm has for itself.</summary>
    public IEnumerable<ExpoTable> FreeTables =>
        Expo
            .Tables.Where(table => Expo.Firms.All(firm => firm.TableId != table.Id || firm.Id == Row.Firm.Id))
            .OrderBy(table => table.Position);
}

public sealed class FirmForm
{
    public int? Min { get; set; }

    public int? Max { get; set; }

    /// <summary>Null for none of its own.</summary>
    public Guid? Table { get; set; }

    public static FirmForm Of(ExpoFirm firm) =>
        new()
        {
            Min = firm.MinMeetings,
            Max = firm.MaxMeetings,
            Table = firm.TableId,
        };
}

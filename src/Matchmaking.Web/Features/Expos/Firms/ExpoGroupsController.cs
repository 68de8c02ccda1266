using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Firms;

/// <summary>Groups of firms, and which of them may meet.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/groups")]
public sealed class ExpoGroupsController(IStringLocalizer<Texts> texts, ReadExpo read) : Controller
{
    private const string Page = "Groups";

    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        return expo.Succeeded ? View(Page, new GroupsPage(expo.Value, new GroupForm())) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Add(
        ExpoId id,
        GroupForm form,
        Actor actor,
        [FromServices] AddGroup add,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid(Page, new GroupsPage(expo.Value, form));
        }

        var added = await add.ExecuteAsync(id, form.Name!, actor, cancellationToken);
        return this.Answer(
            added,
            () => this.Done(texts["The group is there. Tick whom its firms may meet, then put firms into it."], $"/organise/{id}/groups"),
            () => View(Page, new GroupsPage(expo.Value, form))
        );
    }

    /// <param name="pairs">Ids of two groups with a colon between.</param>
    [HttpPost("meetings")]
    public async Task<IActionResult> SetMeetings(
        ExpoId id,
        IReadOnlyList<string> pairs,
        Actor actor,
        [FromServices] SetGroupMeetings set,
        CancellationToken cancellationToken
    )
    {
        var chosen = pairs
            .Select(pair => pair.Split(':'))
            .Where(pair => pair.Length == 2 && pair.All(part => Guid.TryParse(part, out _)))
            .Select(pair => (Guid.Parse(pair[0]), Guid.Parse(pair[1])))
            .ToHashSet();
        return this.Told(
            await set.ExecuteAsync(id, chosen, actor, cancellationToken),
            texts["It is saved who may meet whom."],
            $"/organise/{id}/groups",
            texts
        );
    }

    /// <param name="ids">Of firms at the expo.</param>
    /// <param name="group">Null for the group of each one's country.</param>
    [HttpPost("firms")]
    public async Task<IActionResult> PutFirms(
        ExpoId id,
        IReadOnlyList<Guid> ids,
        Guid? group,
        Actor actor,
        [FromServices] PutFirmsIntoGroup put,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await put.ExecuteAsync(id, ids.ToHashSet(), group, actor, cancellationToken),
            texts["The firms are in their group."],
            $"/organise/{id}/firms",
            texts
        );
}

public sealed record GroupsPage(Expo Expo, GroupForm Form);

public sealed class GroupForm
{
    [Required, StringLength(ExpoGroup.NameLimit)]
    public string? Name { get; set; }
}

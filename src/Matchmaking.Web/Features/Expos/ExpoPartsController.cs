using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos;

/// <summary>Slots, tables, interpreters, groups and firms are taken out in two steps: what it hits is shown first.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/remove")]
public sealed class ExpoPartsController(IStringLocalizer<Texts> texts, ReadExpo read, ListExpoFirms list) : Controller
{
    [HttpPost("{part}")]
    public async Task<IActionResult> Remove(
        ExpoId id,
        ExpoPart part,
        IReadOnlyList<Guid> ids,
        bool confirmed,
        Actor actor,
        [FromServices] RemoveParts remove,
        [FromServices] RemoveFirms removeFirms,
        [FromServices] UnplaceMeetings unplace,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded || !ModelState.IsValid)
        {
            return NotFound();
        }

        var path = $"/organise/{id}/{part.ToString().ToLowerInvariant()}";
        var firms = part == ExpoPart.Firms ? await list.ExecuteAsync(id, actor, cancellationToken) : null;
        var hits = await unplace.HitAsync(expo.Value, Needed(expo.Value, part, ids), cancellationToken);
        var page = new RemovalPage(expo.Value, part, ids.ToHashSet(), firms?.Firms ?? [], hits);
        if (!page.Removed.Any())
        {
            return this.Done(texts["Nothing was chosen, so nothing is removed."], path);
        }

        if (!confirmed)
        {
            return View("Remove", page);
        }

        var removed =
            part == ExpoPart.Firms
                ? await removeFirms.ExecuteAsync(id, page.Ids, actor, cancellationToken)
                : await remove.ExecuteAsync(id, part, page.Ids, actor, cancellationToken);
        return this.Told(removed, texts["It is removed."], path, texts);
    }

    /// <summary>By what meetings know the parts: a firm by its company.</summary>
    private static HashSet<Guid> Needed(Expo expo, ExpoPart part, IReadOnlyList<Guid> ids) =>
        part == ExpoPart.Firms ? [.. expo.Firms.Where(firm => ids.Contains(firm.Id)).Select(firm => firm.CompanyId.Value)] : [.. ids];
}

/// <param name="Firms">Those of the expo, when firms are to be removed.</param>
/// <param name="Hits">Meetings of the current draft that lose their place.</param>
public sealed record RemovalPage(Expo Expo, ExpoPart Part, IReadOnlySet<Guid> Ids, IReadOnlyList<ExpoFirmRow> Firms, HitMeetings Hits)
{
    /// <summary>What goes, in words, with its id.</summary>
    public IEnumerable<(Guid Id, string Name)> Removed =>
        Part switch
        {
            ExpoPart.Slots => Expo
                .Slots.Where(slot => Ids.Contains(slot.Id))
                .OrderBy(slot => slot.Start)
                .Select(slot => (slot.Id, MeetingTime.Format(slot.Start, ReaderLanguage.Current))),
            ExpoPart.Tables => Expo
                .Tables.Where(table => Ids.Contains(table.Id))
                .OrderBy(table => table.Position)
                .Select(table => (table.Id, table.Name)),
            ExpoPart.Groups => Expo.Rules.Own.Where(group => Ids.Contains(group.Id)).Select(group => (group.Id, group.Name)),
            ExpoPart.Firms => RemovedFirms.Select(row => (row.Firm.Id, row.Names.For(ReaderLanguage.Current))),
            _ => Expo
                .Interpreters.Where(interpreter => Ids.Contains(interpreter.Id))
                .Select(interpreter => (interpreter.Id, interpreter.Name)),
        };

    /// <summary>Whose absences are forgotten, with how many of them.</summary>
    public IEnumerable<(string Name, int Count)> Absences =>
        Part == ExpoPart.Slots
            ? Expo
                .Interpreters.Select(interpreter => (interpreter.Name, interpreter.Absent.Count(Ids.Contains)))
                .Where(absence => absence.Item2 > 0)
            : [];

    /// <summary>How many firms said that they are away in some of the slots.</summary>
    public int FirmsWithAbsences => Part == ExpoPart.Slots ? Expo.Firms.Count(firm => firm.Absent.Any(Ids.Contains)) : 0;

    /// <summary>With the wishes that are forgotten with each of them.</summary>
    public IEnumerable<ExpoFirmRow> RemovedFirms => Firms.Where(row => Ids.Contains(row.Firm.Id));

    /// <summary>How many firms go back to the group of their country.</summary>
    public int FirmsInGroups => Expo.Firms.Count(firm => firm.GroupId is { } group && Ids.Contains(group));

    /// <summary>How many firms lose a table of their own.</summary>
    public int FirmsWithTables => Part == ExpoPart.Tables ? Expo.Firms.Count(firm => firm.TableId is { } table && Ids.Contains(table)) : 0;

    /// <summary>Language pairs that nobody would speak any more.</summary>
    public IEnumerable<string> LostPairs =>
        Part == ExpoPart.Interpreters
            ? Expo
                .Interpreters.SelectMany(interpreter => interpreter.Pairs)
                .Distinct()
                .Except(Expo.Interpreters.Where(interpreter => !Ids.Contains(interpreter.Id)).SelectMany(interpreter => interpreter.Pairs))
            : [];
}

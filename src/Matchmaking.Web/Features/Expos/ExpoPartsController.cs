using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos;

/// <summary>Slots, tables and interpreters are taken out in two steps: what it hits is shown first.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/remove")]
public sealed class ExpoPartsController(IStringLocalizer<Texts> texts, ReadExpo read) : Controller
{
    [HttpPost("{part}")]
    public async Task<IActionResult> Remove(
        ExpoId id,
        ExpoPart part,
        IReadOnlyList<Guid> ids,
        bool confirmed,
        Actor actor,
        [FromServices] RemoveParts remove,
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
        var page = new RemovalPage(expo.Value, part, ids.ToHashSet(), await unplace.CountAsync(id, ids.ToHashSet(), cancellationToken));
        if (!page.Removed.Any())
        {
            return this.Done(texts["Nothing was chosen, so nothing is removed."], path);
        }

        return confirmed
            ? this.Told(await remove.ExecuteAsync(id, part, page.Ids, actor, cancellationToken), texts["It is removed."], path, texts)
            : View("Remove", page);
    }
}

/// <param name="Meetings">How many of the current draft lose their place.</param>
public sealed record RemovalPage(Expo Expo, ExpoPart Part, IReadOnlySet<Guid> Ids, int Meetings)
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

    /// <summary>Language pairs that nobody would speak any more.</summary>
    public IEnumerable<string> LostPairs =>
        Part == ExpoPart.Interpreters
            ? Expo
                .Interpreters.SelectMany(interpreter => interpreter.Pairs)
                .Distinct()
                .Except(Expo.Interpreters.Where(interpreter => !Ids.Contains(interpreter.Id)).SelectMany(interpreter => interpreter.Pairs))
            : [];
}

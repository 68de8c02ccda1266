using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.DropOuts;

/// <summary>Who and what is missing from a slot on, and what a further drop-out would hit, for the organiser.</summary>
public sealed class ReadDropOuts(AppDbContext db, ReadExpo read, UnplaceMeetings unplace, TimeProvider clock)
{
    public async Task<Result<DropOutOverview>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!found.Succeeded || found.Value.State < ExpoState.DraftSchedule)
        {
            return Error.NotFound;
        }

        return new DropOutOverview(found.Value, await db.FirmsOfAsync(id, cancellationToken), clock.GetUtcNow().UtcDateTime);
    }

    /// <returns>Not found for whom or what is not of the expo, and for a slot that has begun.</returns>
    public async Task<Result<DropOutPreview>> PreviewAsync(ExpoId id, DropOut dropOut, Actor actor, CancellationToken cancellationToken)
    {
        var found = await ExecuteAsync(id, actor, cancellationToken);
        if (!found.Succeeded)
        {
            return Error.NotFound;
        }

        var overview = found.Value;
        if (
            overview.NameOf(dropOut.Part, dropOut.Id) is not { } name
            || overview.ToCome.FirstOrDefault(slot => slot.Id == dropOut.From) is not { } from
        )
        {
            return Error.NotFound;
        }

        var hits = await unplace.HitAsync(overview.Expo, (draft, now) => dropOut.Hits(overview.Expo, draft, now), cancellationToken);
        return new DropOutPreview(overview.Expo, dropOut, name, from, hits);
    }
}

/// <param name="Firms">Names of the firms of the expo.</param>
/// <param name="Now">UTC.</param>
public sealed record DropOutOverview(Expo Expo, IReadOnlyDictionary<CompanyId, LocalizedText> Firms, DateTime Now)
{
    /// <summary>Slots that have not begun, in time order.</summary>
    public IReadOnlyList<ExpoSlot> ToCome => [.. Expo.Slots.Where(slot => slot.Start > Now).OrderBy(slot => slot.Start)];

    /// <summary>Who and what can drop out, with the first of the slots in which it is missing to the end; null for what is there then.</summary>
    public IEnumerable<(ExpoPart Part, Guid Id, LocalizedText Name, ExpoSlot? MissingFrom)> All =>
        [
            .. Expo
                .Firms.Where(firm => firm.State == ExpoFirmState.Attending)
                .Select(firm => (ExpoPart.Firms, firm.Id, Firms[firm.CompanyId], MissingFrom(firm.Absent))),
            .. Expo
                .Tables.OrderBy(table => table.Position)
                .Select(table => (ExpoPart.Tables, table.Id, Same(table.Name), MissingFrom(table.Absent))),
            .. Expo.Interpreters.Select(item => (ExpoPart.Interpreters, item.Id, Same(item.Name), MissingFrom(item.Absent))),
        ];

    private ExpoSlot? MissingFrom(IReadOnlyList<Guid> absent) =>
        ToCome.Reverse().TakeWhile(slot => absent.Contains(slot.Id)).LastOrDefault();

    internal LocalizedText? NameOf(ExpoPart part, Guid id) =>
        All.Where(item => item.Part == part && item.Id == id).Select(item => item.Name).FirstOrDefault();

    private static LocalizedText Same(string name) => new(name, name, name);
}

using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <content>What is over, and what drops out of what is still to come.</content>
public sealed partial class Expo
{
    /// <summary>Ids of the slots that have begun: whatever stands in them stays.</summary>
    /// <param name="now">UTC.</param>
    public IReadOnlySet<Guid> Begun(DateTime now) => slots.Where(slot => slot.Start <= now).Select(slot => slot.Id).ToHashSet();

    /// <summary>Ids of a slot and of all after it; empty for a slot that is not of the expo.</summary>
    public IReadOnlySet<Guid> SlotsFrom(Guid slot) =>
        slots.Find(item => item.Id == slot) is { } first
            ? slots.Where(item => item.Start >= first.Start).Select(item => item.Id).ToHashSet()
            : new HashSet<Guid>();

    /// <summary>An attending firm, a table or an interpreter is not there in these slots, or is there again.</summary>
    /// <param name="id">Of an <see cref="ExpoFirm"/>, an <see cref="ExpoTable"/> or an <see cref="ExpoInterpreter"/>.</param>
    internal Result SetAbsent(ExpoPart part, Guid id, IReadOnlySet<Guid> ids, bool isAbsent)
    {
        IMayBeAbsent? found = part switch
        {
            ExpoPart.Firms => firms.Find(firm => firm.Id == id && firm.State == ExpoFirmState.Attending),
            ExpoPart.Tables => tables.Find(table => table.Id == id),
            ExpoPart.Interpreters => interpreters.Find(interpreter => interpreter.Id == id),
            _ => null,
        };
        if (found is null || ids.Count == 0)
        {
            return Error.NotFound;
        }

        found.SetAbsent([.. isAbsent ? found.Absent.Union(ids) : found.Absent.Except(ids)]);
        return Result.Success;
    }
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>What firms are asked before the publication, and told in the present round of an expo.</summary>
internal static class Telling
{
    public static void Tell(this AppDbContext db, Expo expo, IReadOnlyList<PlanChange> changes) =>
        db.AddRange(changes.Select(planChange => ToldMeeting.Of(planChange, expo.Round)));

    /// <summary>Asks firms whether the plan suits that they have now.</summary>
    /// <param name="kind">Of the question: <see cref="ProgrammeEvents.Shown"/> or <see cref="ProgrammeEvents.Changed"/>.</param>
    public static void Ask(this OutboxWriter outbox, Expo expo, IEnumerable<ProgrammeRow> rows, string kind)
    {
        foreach (var row in rows)
        {
            expo.Firms.FirstOrDefault(firm => firm.Id == row.Firm.Id)?.Ask(row.Revision);
            outbox.Add(ProgrammeEvents.OfQuestion(kind, expo.Id, row.Firm.CompanyId));
        }
    }

    public static void Tell(this OutboxWriter outbox, Expo expo, IEnumerable<CompanyId> firms)
    {
        foreach (var firm in firms)
        {
            outbox.Add(ProgrammeEvents.OfTold(expo.Id, firm, expo.Round));
        }
    }
}

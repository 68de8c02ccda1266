using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>What firms are told in the present round of an expo.</summary>
internal static class Telling
{
    public static void Tell(this AppDbContext db, Expo expo, IReadOnlyList<PlanChange> changes) =>
        db.AddRange(changes.Select(planChange => ToldMeeting.Of(planChange, expo.Round)));

    public static void Tell(this OutboxWriter outbox, Expo expo, IEnumerable<CompanyId> firms)
    {
        foreach (var firm in firms)
        {
            outbox.Add(ProgrammeEvents.OfTold(expo.Id, firm, expo.Round));
        }
    }
}

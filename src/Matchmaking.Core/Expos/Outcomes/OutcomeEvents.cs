using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Outcomes;

public static class OutcomeEvents
{
    /// <summary>A firm is asked once more what came of its meetings. The payload names expo and firm.</summary>
    public const string Reminded = "expo-outcomes-reminded";

    public static OutboxEvent OfReminder(ExpoId expo, CompanyId company) => new(Reminded, FirmPayload.Of(expo, company));

    public static (ExpoId Expo, CompanyId Company) Read(string payload) => FirmPayload.Read(payload);
}

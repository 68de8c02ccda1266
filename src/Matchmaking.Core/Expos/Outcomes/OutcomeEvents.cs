using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Outcomes;

public static class OutcomeEvents
{
    /// <summary>A firm is asked once more what came of its meetings. The payload names expo and firm.</summary>
    public const string Reminded = "expo-outcomes-reminded";

    public static OutboxEvent OfReminder(ExpoId expo, CompanyId company) => new(Reminded, $"{expo}:{company}");

    public static (ExpoId Expo, CompanyId Company) Read(string payload)
    {
        var parts = payload.Split(':');
        return (ExpoId.From(Guid.Parse(parts[0])), CompanyId.From(Guid.Parse(parts[1])));
    }
}

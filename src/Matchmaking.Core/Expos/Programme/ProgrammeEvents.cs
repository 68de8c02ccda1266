using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Programme;

public static class ProgrammeEvents
{
    /// <summary>A firm sees a preliminary plan that it has not confirmed. The payload names expo and firm.</summary>
    public const string Shown = "expo-programme-shown";

    /// <summary>It is asked once more, since its plan has become another. The payload names expo and firm.</summary>
    public const string Changed = "expo-programme-changed";

    /// <summary>A firm is told its meetings, or what has changed of them. The payload names expo, firm and round.</summary>
    public const string Told = "expo-programme-told";

    /// <summary>
    /// The organiser is done with what a firm asked for. The payload names expo, firm and the round that tells what has changed, or 0.
    /// </summary>
    public const string Settled = "expo-change-settled";

    /// <param name="kind"><see cref="Shown"/> or <see cref="Changed"/>.</param>
    public static OutboxEvent OfQuestion(string kind, ExpoId expo, CompanyId company) => new(kind, FirmPayload.Of(expo, company));

    public static OutboxEvent OfTold(ExpoId expo, CompanyId company, int round) => new(Told, OfRound(expo, company, round));

    public static OutboxEvent OfSettled(ExpoId expo, CompanyId company, int round) => new(Settled, OfRound(expo, company, round));

    /// <returns>Round 0 for a question.</returns>
    public static (ExpoId Expo, CompanyId Company, int Round) Read(string payload)
    {
        var parts = payload.Split(':');
        return (
            ExpoId.From(Guid.Parse(parts[0])),
            CompanyId.From(Guid.Parse(parts[1])),
            parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : 0
        );
    }

    private static string OfRound(ExpoId expo, CompanyId company, int round) =>
        string.Create(CultureInfo.InvariantCulture, $"{FirmPayload.Of(expo, company)}:{round}");
}

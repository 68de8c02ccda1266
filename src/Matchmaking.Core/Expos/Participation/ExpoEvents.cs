using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Participation;

public static class ExpoEvents
{
    /// <summary>A firm can answer an invitation from now on; once for each firm and expo. The payload names both.</summary>
    public const string Invited = "expo-firm-invited";

    public static OutboxEvent OfInvitation(ExpoId expo, CompanyId company) => new(Invited, FirmPayload.Of(expo, company));

    /// <summary>To the firms that can answer now and have not been told.</summary>
    internal static void TellInvited(this OutboxWriter outbox, Expo expo, DateTime now)
    {
        foreach (var company in expo.TellInvited(now))
        {
            outbox.Add(OfInvitation(expo.Id, company));
        }
    }

    public static (ExpoId Expo, CompanyId Company) ReadInvitation(string payload) => FirmPayload.Read(payload);
}

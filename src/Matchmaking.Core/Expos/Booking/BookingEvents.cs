using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Booking;

public static class BookingEvents
{
    /// <summary>A firm can book from now on. The payload names expo and firm.</summary>
    public const string Opened = "expo-booking-opened";

    /// <summary>The other side booked a meeting or cancelled it. The payload names expo, the firm that is told, and the meeting.</summary>
    public const string Changed = "expo-booking-changed";

    public static OutboxEvent OfOpened(ExpoId expo, CompanyId company) => new(Opened, FirmPayload.Of(expo, company));

    public static OutboxEvent OfChanged(ExpoId expo, CompanyId company, Guid meeting) =>
        new(Changed, $"{FirmPayload.Of(expo, company)}:{meeting}");

    /// <returns>No meeting for <see cref="Opened"/>.</returns>
    public static (ExpoId Expo, CompanyId Company, Guid? Meeting) Read(string payload)
    {
        var (expo, company) = FirmPayload.Read(payload);
        return (expo, company, payload.Split(':') is [_, _, var meeting] ? Guid.Parse(meeting) : null);
    }
}

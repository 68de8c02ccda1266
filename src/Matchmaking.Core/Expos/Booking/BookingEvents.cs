using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Booking;

public static class BookingEvents
{
    /// <summary>A firm can book from now on. The payload names expo and firm.</summary>
    public const string Opened = "expo-booking-opened";

    /// <summary>Other sides booked meetings or cancelled them. The payload names expo, the firm that is told, and the window.</summary>
    public const string Changed = "expo-bookings-changed";

    public static OutboxEvent OfOpened(ExpoId expo, CompanyId company) => new(Opened, FirmPayload.Of(expo, company));

    public static OutboxEvent OfChanged(ExpoId expo, CompanyId company, BookingWindow window) =>
        new(Changed, $"{FirmPayload.Of(expo, company)}:{window}");

    /// <returns>No window for <see cref="Opened"/>.</returns>
    public static (ExpoId Expo, CompanyId Company, BookingWindow? Window) Read(string payload)
    {
        var (expo, company) = FirmPayload.Read(payload);
        return (expo, company, payload.Split(':') is [_, _, var window] ? BookingWindow.Parse(window) : null);
    }
}

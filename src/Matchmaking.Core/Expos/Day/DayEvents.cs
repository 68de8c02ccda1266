using Matchmaking.Core.Common;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Day;

public static class DayEvents
{
    /// <summary>A firm is offered a free place. The payload names the offer and the firm.</summary>
    public const string PlaceOffered = "expo-place-offered";

    public static OutboxEvent OfPlaceOffered(Guid offer, CompanyId company) => new(PlaceOffered, $"{offer}:{company}");

    public static (Guid Offer, CompanyId Company) Read(string payload)
    {
        var parts = payload.Split(':');
        return (Guid.Parse(parts[0]), CompanyId.From(Guid.Parse(parts[1])));
    }
}

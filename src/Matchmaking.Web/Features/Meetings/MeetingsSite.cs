using Matchmaking.Core.Meetings;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Features.Meetings;

internal static class MeetingsSite
{
    public static IServiceCollection AddMeetingPages(this IServiceCollection services) =>
        services
            .AddScoped<MeetingSuggestions>()
            .AddScoped<MeetingInvitation>()
            .AddScoped<MeetingAddressees>()
            .AddOutboxHandler<MeetingMail>("mail-meetings", MeetingEvents.Stepped)
            .AddOutboxHandler<MeetingExpiryMail>("mail-meetings-expired", MeetingEvents.Expired);
}

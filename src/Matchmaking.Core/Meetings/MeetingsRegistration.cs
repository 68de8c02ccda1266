using Matchmaking.Core.Companies;
using Matchmaking.Core.Companies.Members;
using Matchmaking.Core.Meetings.MetTitles;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Meetings;

public static class MeetingsRegistration
{
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services
            .AddOptions<MeetingOptions>()
            .BindConfiguration("Meetings")
            .Validate(options => options.PendingLimit is > 0 and <= 1000, "Meetings:PendingLimit must lie between 1 and 1000.")
            .Validate(options => options.DayLimit > 0, "Meetings:DayLimit must be at least 1.")
            .Validate(options => options.DaysToAnswer is > 0 and <= 90, "Meetings:DaysToAnswer must lie between 1 and 90.")
            .ValidateOnStart();
        services.AddScoped<TakenTimes>();
        services.AddScoped<MeetingChange>();
        services.AddScoped<AskForMeeting>();
        services.AddScoped<AcceptMeeting>();
        services.AddScoped<DeclineMeeting>();
        services.AddScoped<WithdrawMeeting>();
        services.AddScoped<ProposeMeetingTimes>();
        services.AddScoped<KeepMeetingTime>();
        services.AddScoped<CancelMeeting>();
        services.AddScoped<DelegateMeeting>();
        services.AddScoped<ExpireMeetings>();
        services.AddScoped<IMemberDuty, HandOverMeetings>();
        services.AddScoped<IContactGrant, MeetingContactGrant>();
        services.AddScoped<PrepareMeetingRequest>();
        services.AddScoped<ListMeetings>();
        services.AddScoped<ShowMeeting>();
        services.AddScoped<ReadMeetingCalendar>();
        services.AddScoped<CountWaitingMeetings>();
        services.AddScoped<ListMetTitles>();
        services.AddScoped<DismissMetTitles>();
        services.AddScoped<RestoreMetTitles>();
        return services;
    }
}

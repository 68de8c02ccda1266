using Matchmaking.Core.Expos.Booking;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.DropOuts;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Participation.Import;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Reports;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Expos;

public static class ExposRegistration
{
    public static IServiceCollection AddExpos(this IServiceCollection services) =>
        services
            .AddSingleton(_ => JointCalendar.Load())
            .AddScoped<ReadExpo>()
            .AddScoped<ListExpos>()
            .AddScoped<NameExpos>()
            .AddScoped<ChangeExpo>()
            .AddScoped<PlanExpo>()
            .AddScoped<EditExpo>()
            .AddScoped<UseProposedDeadlines>()
            .AddScoped<OpenWishes>()
            .AddScoped<CloseWishes>()
            .AddScoped<AddSlots>()
            .AddScoped<ShortenSlots>()
            .AddScoped<AddTables>()
            .AddScoped<SaveInterpreter>()
            .AddScoped<RemoveParts>()
            .AddScoped<AddGroup>()
            .AddScoped<SetGroupMeetings>()
            .AddScoped<PutFirmsIntoGroup>()
            .AddScoped<ChangeFirm>()
            .AddScoped<RemoveFirms>()
            .AddScoped<ListInvitable>()
            .AddScoped<InviteFirms>()
            .AddScoped<AddWalkIns>()
            .AddScoped<TakeFirmBack>()
            .AddScoped<ReadFirmTable>()
            .AddScoped<ListExpoFirms>()
            .AddScoped<ListInvitations>()
            .AddScoped<ReadParticipation>()
            .AddScoped<AnswerInvitation>()
            .AddScoped<LeaveExpo>()
            .AddScoped<RankAttending>()
            .AddScoped<SaveWishes>()
            .AddScoped<MutualWishes>()
            .AddScoped<AskForSchedule>()
            .AddScoped<StopSchedule>()
            .AddScoped<RunLog>()
            .AddSingleton<RunSchedules>()
            .AddScoped<ShowSchedule>()
            .AddScoped<ReadDraft>()
            .AddScoped<UnplaceMeetings>()
            .AddScoped<CompareDrafts>()
            .AddScoped<ChangeDraft>()
            .AddScoped<TakeDraft>()
            .AddScoped<DiscardDraft>()
            .AddScoped<LockMeetings>()
            .AddScoped<PutMeeting>()
            .AddScoped<TakeMeetingOff>()
            .AddScoped<UndoMove>()
            .AddScoped<ExplainDraft>()
            .AddScoped<ReadFairness>()
            .AddScoped<ReadHallKit>()
            .AddScoped<ShowProgramme>()
            .AddScoped<MakePreliminary>()
            .AddScoped<AskAgain>()
            .AddScoped<ReturnToDrafts>()
            .AddScoped<PublishProgramme>()
            .AddScoped<TellFirms>()
            .AddScoped<ReadFirmProgramme>()
            .AddScoped<ReadToldRound>()
            .AddScoped<AnswerPlan>()
            .AddScoped<SettleChange>()
            .AddScoped<ReadSettledChange>()
            .AddScoped<ReadFirmOutcomes>()
            .AddScoped<SayOutcome>()
            .AddScoped<ReadOutcomes>()
            .AddScoped<ListExpoTasks>()
            .AddScoped<RemindFirms>()
            .AddScoped<ReadReminder>()
            .AddScoped<FinishExpo>()
            .AddScoped<ReopenExpo>()
            .AddScoped<ReadStatistics>()
            .AddScoped<ReadDay>()
            .AddScoped<CheckIn>()
            .AddScoped<RecordMeeting>()
            .AddScoped<ReadInterpreterList>()
            .AddScoped<RenewListCode>()
            .AddScoped<ReadOffers>()
            .AddScoped<OfferPlace>()
            .AddScoped<AnswerOffer>()
            .AddScoped<ReadDropOuts>()
            .AddScoped<RecordDropOut>()
            .AddScoped<EndDropOut>()
            .AddScoped<OpenBooking>()
            .AddScoped<OpenDesk>()
            .AddScoped<ReadBooking>()
            .AddScoped<SaveBooking>()
            .AddScoped<BookMeeting>()
            .AddScoped<CancelBooking>()
            .AddScoped<ReadBookingNotice>();
}

using Matchmaking.Core.Companies.Members;
using Matchmaking.Core.Expos.Booking;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Expos.Booking;
using Matchmaking.Web.Features.Expos.Day;
using Matchmaking.Web.Features.Expos.Outcomes;
using Matchmaking.Web.Features.Expos.Participation;
using Matchmaking.Web.Features.Expos.Programme;
using Matchmaking.Web.Features.Matching.SavedSearches;
using Matchmaking.Web.Hosting;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>The choice of the mail sender, by <c>Mail:Sender</c>, and the handlers that write mails.</summary>
internal static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        _ = SiteAddress.Configured(configuration);
        services.AddSingleton<SiteAddress>();
        services.AddScoped<Mailer>().AddScoped<FirmMailer>();
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        services.AddOutboxHandler<ConfirmationMail>("mail-confirmation", IdentityEvents.ConfirmationAsked);
        services.AddOutboxHandler<PasswordResetMail>("mail-password-reset", IdentityEvents.PasswordForgotten);
        services.AddOutboxHandler<AccountNoticeMail>(
            "mail-account-notice",
            IdentityEvents.RegisteredAgain,
            IdentityEvents.PasswordChanged,
            IdentityEvents.PasskeyAdded
        );
        services.AddOutboxHandler<ReviewMail>("mail-review", ListingEvents.Reviewed);
        services.AddOutboxHandler<SavedSearchMail>("mail-saved-searches", SavedSearchEvents.DigestDue);
        services.AddOutboxHandler<InvitationMail>("mail-invitation", InvitationEvents.Sent);
        services.AddOutboxHandler<ExpoInvitationMail>("mail-expo-invitation", ExpoEvents.Invited);
        services.AddScoped<ProgrammeCalendar>();
        services.AddOutboxHandler<PlaceOfferMail>("mail-expo-place-offer", DayEvents.PlaceOffered);
        services.AddOutboxHandler<BookingMail>("mail-expo-booking", BookingEvents.Opened, BookingEvents.Changed);
        services.AddOutboxHandler<ProgrammeMail>(
            "mail-expo-programme",
            ProgrammeEvents.Shown,
            ProgrammeEvents.Changed,
            ProgrammeEvents.Told
        );
        services.AddOutboxHandler<SettledChangeMail>("mail-expo-change-settled", ProgrammeEvents.Settled);
        services.AddOutboxHandler<OutcomeReminderMail>("mail-expo-outcomes", OutcomeEvents.Reminded);
        switch (configuration["Mail:Sender"])
        {
            case null or "" or "Folder":
                return services.AddSingleton<IMailSender, FolderMailSender>();
            case "Smtp":
                services
                    .AddOptions<MailOptions>()
                    .Validate(
                        mail => mail.From != MailOptions.NobodyAddress,
                        "Mail:From is missing: mail servers ask for an address of yours."
                    );
                services.AddOptions<SmtpOptions>().BindConfiguration("Mail:Smtp").ValidateDataAnnotations().ValidateOnStart();
                return services.AddSingleton<IMailSender, SmtpMailSender>();
            case var unknown:
                throw new InvalidOperationException($"Mail:Sender is '{unknown}'; allowed: Folder, Smtp.");
        }
    }
}

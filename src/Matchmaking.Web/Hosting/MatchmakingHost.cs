using System.Text.Encodings.Web;
using System.Text.Unicode;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Data.Demonstration;
using Matchmaking.Core.Expos;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching;
using Matchmaking.Core.Meetings;
using Matchmaking.Core.Moderation;
using Matchmaking.Core.Outbox;
using Matchmaking.Core.Terms;
using Matchmaking.Scheduling;
using Matchmaking.Search;
using Matchmaking.Web.Api;
using Matchmaking.Web.Features.Admin;
using Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;
using Matchmaking.Web.Features.Meetings;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Hosting.Observability;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Matchmaking.Web.Security.Keys;
using Matchmaking.Web.Security.OpenId;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace Matchmaking.Web.Hosting;

/// <summary>The composition of the site, one line a concern.</summary>
public static class MatchmakingHost
{
    /// <summary>More than any form has, in bytes. Actions that take files have limits of their own.</summary>
    private const int BodyLimit = 1 << 20;

    public static void AddMatchmaking(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.Configuration.AddSecretFiles();
        var folder = DataFolder.From(builder.Configuration);
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(options => options.Limits.MaxRequestBodySize = BodyLimit);
        // Before all other hosted services, which start in this order: the framework's own read their keys from the database.
        services.AddHostedService<DatabaseStartup>();
        services.AddSingleton(folder);
        services.AddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        services.AddData(builder.Configuration, folder.Path);
        services.AddGlossary(builder.Configuration["Language:Glossary"]);
        services.AddLexicon(builder.Configuration["Language:Lexicon"]);
        services.AddOutbox();
        services.AddAuditing();
        services.AddCompanies();
        services.AddListings();
        services.AddTerms();
        services.AddExpos();
        services.AddScheduling();
        services.AddDemonstration();
        services.AddMatching();
        services.AddSearch(builder.Configuration, folder.Sub("index")).MeasureSearch(SearchEngine.Of(builder.Configuration));
        services.AddScoped<SearchIndexReading>();
        services.AddMeetings();
        services.AddMeetingPages();
        services.AddHallKit(builder.Configuration);
        services.AddModeration();
        services.AddMail(builder.Configuration);
        services.AddPeople();
        services.AddProxies(builder.Configuration);
        services.AddSiteSecurityHeaders();
        services.AddSiteSecurity(builder.Configuration, builder.Environment);
        services.AddSiteLocalization();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new FeatureViewLocations()));
        services
            .AddControllersWithViews(options =>
            {
                options.Filters.Add<AutoValidateAntiforgeryTokenAttribute>();
                options.AddActorBinding();
                options.AddLocalizedMessages();
            })
            .ConfigureApiBehaviorOptions(options =>
            {
                options.SuppressMapClientErrors = true;
                options.InvalidModelStateResponseFactory = ApiProblem.OfUnreadable;
            })
            .AddJsonOptions(options =>
            {
                options.AllowInputFormatterExceptionMessages = false;
                options.JsonSerializerOptions.AddApiJson();
            })
            .AddViewLocalization()
            .AddDataAnnotationsLocalization(options =>
                options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts))
            );
        services.AddApiDocument();
        services.AddSiteHealth();
        services.AddSingleton<Draining>().AddHostedService(provider => provider.GetRequiredService<Draining>());
        services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = Draining.Limit;
            options.ServicesStopConcurrently = true;
        });
        services.AddKeys(builder.Configuration);
        services.AddSingleton<DemonstrationState>().AddHostedService<DemonstrationStartup>();
        services.AddHostedService<OpenIdClientStartup>();
        services.AddHostedService<GlossaryUpkeep>();
        services.AddHostedService<IndexRebuildWorker>();
        services.AddHostedService<PartnerIndexUpkeep>();
        services.AddHostedService<ExposureUpkeep>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<ScheduleWorker>();
        services.AddHostedService<ListingExpiry>();
        services.AddHostedService<MeetingExpiry>();
        services.AddHostedService<SavedSearchAlerts>();
        services.AddHostedService<TokenPruning>();
        services.AddHostedService<SaveReceiptPruning>();
    }

    public static void UseMatchmaking(this WebApplication app)
    {
        app.WarmUp();
        app.UseForwardedHeaders();
        app.UseSiteSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error/500",
                StatusCodeSelector = exception =>
                    (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseCookiePolicy();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseReadableForms();
        app.UseRateLimits();
        app.UseAuthentication();
        app.UseUnknownAddresses();
        app.UseAuthorization();
        app.MapSiteHealth();
        app.MapOpenApi(ApiDocument.Address).AllowAnonymous();
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();
    }
}

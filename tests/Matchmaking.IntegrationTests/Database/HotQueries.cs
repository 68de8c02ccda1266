using System.Security.Claims;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Companies.Agencies;
using Matchmaking.Core.Companies.Members;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Matchmaking.Core.Meetings;
using Matchmaking.Core.Moderation;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;

namespace Matchmaking.IntegrationTests.Database;

/// <param name="Whole">Tables that the question is about as a whole.</param>
internal sealed record HotQuery(string Name, Func<IServiceProvider, HotSubject, Task> AskAsync, params string[] Whole);

/// <summary>Whom and what the questions are about: one firm among many, one person, one agency.</summary>
internal sealed record HotSubject(
    Guid User,
    CompanyId Company,
    AgencyId Agency,
    IReadOnlyList<CompanyId> Others,
    IReadOnlyList<ListingText> Texts
)
{
    public const string Handler = "hot-handler";

    public Actor Member => new(User, "Kim Minji", MembershipRole.Owner, Company, AgencyId: null);

    public Actor Reviewer => new(User, "Kim Minji", MembershipRole.Member, CompanyId: null, Agency);
}

/// <summary>What is asked with every page, every change or every second, by the classes that ask it.</summary>
internal static class HotQueries
{
    public static readonly IReadOnlyList<HotQuery> All =
    [
        new("outbox poll", (services, _) => services.GetRequiredService<OutboxDispatcher>().DueHandlersAsync(default)),
        new("outbox batch", (services, _) => services.GetRequiredService<OutboxDispatcher>().DispatchAsync(HotSubject.Handler, default)),
        new("who asks", (services, subject) => AskedBy(services, subject.User).GetAsync(default)),
        Of<ListOwnListings>("own listings", (list, of) => list.ExecuteAsync(OwnListingsFilter.All, 1, of.Member, default)),
        Of<ListOwnListings>("own listings that wait", (list, of) => list.ExecuteAsync(OwnListingsFilter.Waiting, 1, of.Member, default)),
        Of<ListLiveListings>("live listings of a firm", (list, of) => list.ExecuteAsync(of.Company, default)),
        Of<CountLiveListings>("live listings on the first page", (count, _) => count.ExecuteAsync(default), "Listings", "Companies"),
        Of<ListReviewQueue>("review queue", (list, of) => list.ExecuteAsync(ReviewQueueFilter.All, of.Reviewer, default)),
        Of<FindNextReview>("next review", (find, of) => find.ExecuteAsync(of.Reviewer, default)),
        Of<ListMeetings>("meetings of a firm", (list, of) => list.ExecuteAsync(1, of.Member, default)),
        Of<CountWaitingMeetings>("meetings that wait for a person", (count, of) => count.ExecuteAsync(of.Member, default)),
        Of<ExpireMeetings>("meetings of a firm that ran out", (expire, of) => expire.ExecuteAsync(of.Company, default)),
        // Two hundred of them at once, for which a server may well join by hashing.
        Of<ExpireMeetings>(
            "meetings that ran out",
            (expire, _) => expire.ExecuteAsync(company: null, default),
            "MeetingTimes",
            "MeetingClaims"
        ),
        Of<TakenTimes>(
            "taken times of a person",
            (taken, of) => taken.ReadAsync([of.User], DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1), except: null, default)
        ),
        Of<FirmTexts>("texts of the firms on a page", (texts, of) => texts.ReadAsync(of.Others, default)),
        Of<ListingVectors>("vectors of the listings on a page", (vectors, of) => vectors.ReadAsync(of.Texts, default)),
        Of<ListSavedSearches>("saved searches of a person", (list, of) => list.ExecuteAsync(of.Member, default)),
        Of<ListMembers>("members of a firm", (list, of) => list.ExecuteAsync(of.Member, default)),
        Of<ListAuditEntries>("audit trail of an agency", (list, of) => list.ExecuteAsync(null, null, [], 1, of.Reviewer, default)),
        Of<IOpenIddictTokenManager>("access token", (tokens, _) => tokens.FindByReferenceIdAsync("reference").AsTask()),
    ];

    /// <summary>The use cases over a context that watches what it sends.</summary>
    public static ServiceProvider Services(Func<AppDbContext> open)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ITextEncoder, NoTextEncoder>()
            .AddSingleton(new MeaningSpace(LearntLexicon.Empty, new NoTextEncoder()))
            .AddSingleton<OutboxSignal>()
            .AddScoped<OutboxWriter>()
            .AddScoped(_ => open())
            .AddOutbox()
            .AddOutboxHandler<Idle>(HotSubject.Handler)
            .AddAuditing()
            .AddCompanies()
            .AddListings()
            .AddScoped<FirmTexts>()
            .AddScoped<ListingVectors>()
            .AddScoped<ListSavedSearches>()
            .AddMeetings()
            .AddModeration();
        services.AddOpenIddict().AddCore(core => core.UseEntityFrameworkCore().UseDbContext<AppDbContext>().ReplaceDefaultEntities<Guid>());
        return services.BuildServiceProvider();
    }

    private static HotQuery Of<T>(string name, Func<T, HotSubject, Task> ask, params string[] whole)
        where T : notnull => new(name, (services, subject) => ask(services.GetRequiredService<T>(), subject), whole);

    private static CurrentActor AskedBy(IServiceProvider services, Guid user) =>
        new(
            services.GetRequiredService<AppDbContext>(),
            new HttpContextAccessor
            {
                HttpContext = new DefaultHttpContext
                {
                    User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{user}")])),
                },
            }
        );

    private sealed class Idle : IOutboxHandler
    {
        public Task<IReadOnlyList<RefusedMessage>> HandleAsync(
            IReadOnlyList<OutboxMessage> messages,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyList<RefusedMessage>>([]);
    }
}

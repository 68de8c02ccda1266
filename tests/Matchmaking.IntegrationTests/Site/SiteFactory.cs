using Matchmaking.Core.Data;
using Matchmaking.Core.Matching.Indexing.Rebuilds;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Database.PostgreSql;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.IntegrationTests.Site;

/// <summary>
/// The whole site in process, on a database and an index of its own in a temporary folder, at a time that tests can move. The database is
/// SQLite, or one on the PostgreSQL server of the tests when the variable says <c>PostgreSql</c>.
/// </summary>
public sealed class SiteFactory : WebApplicationFactory<Program>
{
    public const string DatabaseVariable = "MATCHMAKING_TEST_SITE_DATABASE";

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-site-").FullName;
    private readonly string? postgreSql;
    private readonly bool isFirst;

    public SiteFactory()
        : this(Environment.GetEnvironmentVariable(DatabaseVariable) == "PostgreSql") { }

    /// <param name="isFirst">Begins with nothing, and leaves its data folder to the others.</param>
    internal SiteFactory(bool onPostgreSql, bool isFirst = false)
    {
        this.isFirst = isFirst;
        if (onPostgreSql)
        {
            postgreSql = PostgreSqlDatabase.ConnectionTo($"matchmaking_site_{Guid.NewGuid():N}");
        }
        else if (!isFirst)
        {
            StartedData.CopyTo(folder);
        }
    }

    public FakeTimeProvider Clock { get; } =
        new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    public string DataFolder => folder;

    /// <summary>What a test puts in the place of the site's own services.</summary>
    internal Action<IServiceCollection>? Replace { get; init; }

    /// <summary>A client that follows no redirects; signed in as the person when one is given.</summary>
    public HttpClient ClientFor(Guid? userId = null, string language = "en")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (userId is { } id)
        {
            client.DefaultRequestHeaders.Add(TestSignIn.Header, id.ToString());
        }

        return client;
    }

    public async Task<T> WithDatabaseAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public async Task<T> WithServicesAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Waits until the handlers have done all that is due: mail written, index up to date.</summary>
    public Task SettleAsync() =>
        Eventually.TrueAsync(async () =>
        {
            var now = Clock.GetUtcNow().UtcDateTime;
            return !await WithDatabaseAsync(db =>
                db.OutboxMessages.AnyAsync(message =>
                    message.ProcessedAt == null && message.NotBefore <= now && message.Attempts < OutboxMessage.AttemptLimit
                )
            );
        });

    /// <summary>Once the site's own first build has ended.</summary>
    public Task RebuildIndexAsync() =>
        Eventually.TrueAsync(async () =>
            await WithServicesAsync(services =>
                services.GetRequiredService<RunIndexRebuild>().ExecuteAsync(progress: null, CancellationToken.None)
            )
                is not null
        );

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Data:Folder", folder);
        if (postgreSql is not null)
        {
            builder.UseSetting("Database:Provider", "PostgreSql");
            builder.UseSetting("Database:ConnectionString", postgreSql);
        }

        builder.UseSetting("Site:Address", "http://localhost");
        builder.UseSetting("RateLimits:PerAddress", "1000000");
        builder.UseSetting("RateLimits:PerAccount", "1000000");
        builder.UseSetting("RateLimits:PerApiAddress", "1000000");
        builder.UseSetting("RateLimits:PerVisitorAddress", "1000000");
        builder.UseSetting("RateLimits:MailsPerAccount", "1000000");
        builder.UseSetting("OpenId:Clients:0:Id", "planner");
        builder.UseSetting("OpenId:Clients:0:Name", "Planner");
        builder.UseSetting("OpenId:Clients:0:RedirectUris:0", "https://planner.example/signed-in");
        builder.UseSetting("OpenId:Clients:0:PostLogoutRedirectUris:0", "https://planner.example/");
        builder.UseSetting("OpenId:Clients:0:Scopes:0", "listings:read");
        builder.UseSetting("OpenId:Clients:0:Scopes:1", "meetings:read");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            Replace?.Invoke(services);
            services.Configure<MemoryCacheOptions>(options => options.Clock = new CacheClock(Clock));
            services
                .AddAuthentication(TestSignIn.Scheme)
                .AddScheme<AuthenticationSchemeOptions, TestSignIn>(
                    TestSignIn.Scheme,
                    options =>
                        options.ForwardDefaultSelector = context =>
                            context.Request.Headers.ContainsKey(TestSignIn.Header) ? null : IdentityConstants.ApplicationScheme
                );
            services.Configure<AuthenticationOptions>(options =>
            {
                options.DefaultAuthenticateScheme = TestSignIn.Scheme;
                options.DefaultChallengeScheme = TestSignIn.Scheme;
                options.DefaultForbidScheme = IdentityConstants.ApplicationScheme;
            });
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
        {
            return;
        }

        if (postgreSql is not null)
        {
            PostgreSqlDatabase.Drop(postgreSql);
        }

        if (isFirst)
        {
            DataFiles.ClearPools(folder);
        }
        else
        {
            DataFiles.Delete(folder);
        }
    }

    /// <summary>What is kept for a while is kept by the time of the test.</summary>
    private sealed class CacheClock(TimeProvider clock) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => clock.GetUtcNow();
    }
}

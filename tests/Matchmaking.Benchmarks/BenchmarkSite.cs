using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Claims;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Indexing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Matchmaking.Benchmarks;

/// <summary>The site as it is built, on the loopback address, with SQLite and Lucene in a temporary folder that is full of generated firms.</summary>
/// <param name="firms">How many.</param>
/// <param name="people">So many of them have a person who signs in.</param>
internal sealed class BenchmarkSite(int firms = FirmGenerator.Firms, int people = BenchmarkSite.People) : WebApplicationFactory<Program>
{
    /// <summary>Who signs in, where nothing else is asked for: as many as ask for a page once.</summary>
    public const int People = 1_200;

    private const int SavedAtOnce = 250;

    private static readonly HttpRequestOptionsKey<int> Person = new("person");

    private readonly List<AppUser> signingIn = [];
    private readonly List<string> cookies = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("matchmaking-benchmark-").FullName;

    public async Task PrepareAsync()
    {
        await Report.SayAsync($"writing {firms} firms with {FirmGenerator.ListingsEach} listings each");
        UseKestrel(0);
        StartServer();
        var watch = Stopwatch.StartNew();
        await FillAsync();
        await Report.SayAsync($"written in {watch.Elapsed.TotalSeconds:N1} s");
        watch.Restart();
        await RebuildAsync();
        foreach (var person in signingIn)
        {
            cookies.Add(await CookieAsync(person));
        }

        await Report.SayAsync($"indexed in {watch.Elapsed.TotalSeconds:N1} s");
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<RebuiltIndex> RebuildAsync() =>
        WithAsync<RebuildPartnerIndex, RebuiltIndex>(rebuild => rebuild.ExecuteAsync(progress: null, CancellationToken.None));

    /// <summary>A request by one of the people.</summary>
    public HttpRequestMessage Request(string address, int person)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(Person, person % cookies.Count);
        request.Headers.Add("Cookie", cookies[person % cookies.Count]);
        request.Headers.AcceptLanguage.Add(
            new StringWithQualityHeaderValue(
                (person % 3) switch
                {
                    0 => "zh-CN",
                    1 => "ko",
                    _ => "en",
                }
            )
        );
        return request;
    }

    /// <summary>The person of the request signs with this cookie from now on.</summary>
    public void Renew(HttpRequestMessage request, IEnumerable<string> set)
    {
        if (request.Options.TryGetValue(Person, out var person))
        {
            var name = cookies[person].Split('=')[0];
            cookies[person] =
                set.FirstOrDefault(cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal))?.Split(';')[0] ?? cookies[person];
        }
    }

    /// <summary>Ends the site and keeps its folder until it is disposed of, for a process that serves it instead.</summary>
    public Task StopAsync() => base.DisposeAsync().AsTask();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Data:Folder", Folder);
        builder.UseSetting("Site:Address", "http://localhost");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services => services.AddSingleton<ITextEncoder>(ClauseEncoder.Create()));
    }

    /// <summary>The cookie that the site itself would have given at the sign-in.</summary>
    private async Task<string> CookieAsync(AppUser person)
    {
        var cookie = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var principal = await WithAsync<SignInManager<AppUser>, ClaimsPrincipal>(signIn => signIn.CreateUserPrincipalAsync(person));
        var properties = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(1) };
        var ticket = new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme);
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    }

    private Task<int> FillAsync() =>
        WithAsync<AppDbContext, int>(async db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var generator = await FirmGenerator.CreateAsync();
            db.AddRange(generator.Agencies);
            for (var number = 0; number < firms; number++)
            {
                var (firm, listings) = generator.Next(number);
                db.Add(firm);
                db.AddRange(listings);
                if (number % (firms / people) is 0 or 1 && signingIn.Count < people)
                {
                    AddPerson(db, firm);
                }

                if (number % SavedAtOnce == SavedAtOnce - 1)
                {
                    await db.SaveChangesAsync();
                    db.ChangeTracker.Clear();
                }
            }

            return signingIn.Count;
        });

    private void AddPerson(AppDbContext db, Company firm)
    {
        var mail = $"person{signingIn.Count}@example.com";
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            DisplayName = mail,
            UserName = mail,
            NormalizedUserName = mail.ToUpperInvariant(),
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        signingIn.Add(user);
        db.Add(user);
        db.Add(
            new Membership
            {
                UserId = user.Id,
                CompanyId = firm.Id,
                Role = MembershipRole.Owner,
            }
        );
    }
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Expos;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Reports;

/// <summary>A hall as large as they come: 300 firms, 40 tables and interpreters, 16 slots of one day, and a draft that fills it.</summary>
public sealed class FullHall : IAsyncLifetime
{
    public const int Tables = 40;
    public const int Slots = 16;
    private const int FirmsOfASide = 150;
    private const int WishesOfAFirm = 5;
    private static readonly DateOnly Day = new(2027, 3, 10);

    private readonly SiteFactory site = new() { Replace = services => services.AddSingleton<IExpoScheduler>(new ScriptedScheduler()) };

    /// <summary>Of the first draft.</summary>
    public string Page { get; private set; } = string.Empty;

    /// <summary>Names of both sides of each meeting that has a place.</summary>
    public IReadOnlyList<(LocalizedText A, LocalizedText B)> Meetings { get; private set; } = [];

    public int Firms => Meetings.SelectMany(meeting => new[] { meeting.A, meeting.B }).Distinct().Count();

    public HttpClient ClientOfOrganiser(string language) => site.ClientFor(organiser, language);

    private Guid organiser;

    public async ValueTask InitializeAsync()
    {
        var world = new World(site);
        organiser = await world.ReviewerAsync(Country.KR);
        var agency = (await site.WithDatabaseAsync(db => db.Memberships.SingleAsync(member => member.UserId == organiser))).AgencyId!.Value;
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var sides = new[] { Country.KR, Country.CN }.ToDictionary(
            country => country,
            country => Enumerable.Range(1, FirmsOfASide).Select(number => Firm(country, number, now)).ToList()
        );
        var expo = Expo.Plan(
            agency,
            new ExpoProfile
            {
                Names = new LocalizedText("中韩零部件采购对接会", "한중 부품 소싱 상담회", "China–Korea Parts Sourcing Fair"),
                Place = "Songdo Convensia, Incheon",
                Hall = Country.KR,
                FirstDay = Day,
                LastDay = Day,
                Requests = RequestMode.OneSided,
            },
            now
        ).Value;
        Expect(expo.AddSlots(new SlotPlan(new(9, 0), new(18, 0), 30, 0, new(12, 0), new(13, 0)), [Day]));
        Expect(expo.AddTables("A", 1, Tables));
        foreach (var number in Enumerable.Range(1, Tables))
        {
            Expect(expo.SaveInterpreter(null, number % 2 == 0 ? $"李晓彤{number}" : $"김하늘{number}", ["zh-ko"], []));
        }

        Expect(expo.AddWalkIns([.. sides.Values.SelectMany(firms => firms).Select(firm => firm.Id)], now));
        Expect(expo.Open(until: null, now));
        await site.WithDatabaseAsync(db =>
        {
            db.AddRange(sides.Values.SelectMany(firms => firms));
            db.Add(expo);
            return db.SaveChangesAsync();
        });
        foreach (var (index, firm) in sides[Country.KR].Index())
        {
            await WishAsync(
                expo.Id,
                firm,
                Enumerable.Range(0, WishesOfAFirm).Select(step => sides[Country.CN][(index + (step * 31)) % FirmsOfASide])
            );
        }

        await DraftAsync(expo.Id);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    private static Company Firm(Country country, int number, DateTime now) =>
        Company.Register(
            country,
            World.NextNumber(country),
            new CompanyProfile
            {
                Names =
                    country == Country.KR
                        ? new LocalizedText(
                            $"韩光精密电子{number:D3}",
                            $"한빛 정밀 전자부품 주식회사 {number:D3}",
                            $"Hanbit Precision Electronics Co., Ltd. {number:D3}"
                        )
                        : new LocalizedText(
                            $"苏州工业园区岩恒新能源材料科技有限公司{number:D3}",
                            $"쑤저우 옌헝 소재 {number:D3}",
                            $"Suzhou Yanheng Materials {number:D3}"
                        ),
                Sector = "batteries",
            },
            new ContactDetails("Kim", "sales@example.com", "+82 2-555-0100"),
            now
        );

    private async Task WishAsync(ExpoId expo, Company firm, IEnumerable<Company> others) =>
        Expect(
            await site.WithServicesAsync(services =>
                services
                    .GetRequiredService<SaveWishes>()
                    .ExecuteAsync(
                        expo,
                        others.ToDictionary(other => other.Id, _ => (WishKind?)WishKind.Meet),
                        new Actor(organiser, "Kim", MembershipRole.Owner, firm.Id, null),
                        CancellationToken.None
                    )
            )
        );

    private async Task DraftAsync(ExpoId id)
    {
        using var client = ClientOfOrganiser("en");
        using var closed = await client.SubmitAsync($"/organise/{id}", $"/organise/{id}/close");
        using var asked = await client.SubmitAsync(
            "/account",
            $"/organise/{id}/schedule/run",
            ("Scope", $"{RunScope.Anew}"),
            ("Seconds", "10")
        );
        await Eventually.TrueAsync(() => site.WithDatabaseAsync(db => db.Set<ScheduleDraft>().AnyAsync(draft => draft.ExpoId == id)));
        Page = $"/organise/{id}/schedule/1";
        var names = await site.WithDatabaseAsync(db =>
            db.Companies.ToDictionaryAsync(company => company.Id, company => company.Profile.Names)
        );
        var placed = await site.WithDatabaseAsync(db =>
            db.Set<DraftMeeting>().Where(meeting => meeting.Placement != null).Select(meeting => meeting.Meeting).ToListAsync()
        );
        Meetings = [.. placed.Select(meeting => (names[meeting.A], names[meeting.B]))];
    }

    private static void Expect(Result result) => Assert.True(result.Succeeded);
}

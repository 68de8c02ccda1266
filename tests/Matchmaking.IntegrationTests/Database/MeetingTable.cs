using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Meetings;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>A person who acts for a firm.</summary>
public sealed record MeetingSeat(Guid User, CompanyId Company)
{
    public Actor Actor => new(User, "Kim Minji", MembershipRole.Owner, Company, AgencyId: null);
}

/// <summary>Firms, and their meetings by the use cases, each on a context of its own at the version that it read.</summary>
public sealed record MeetingTable(DatabaseFixture Database)
{
    public static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    private static readonly OutboxRoute[] NoRoutes = [];

    private TimeProvider Clock { get; init; } = new FakeTimeProvider(new DateTimeOffset(Now));

    private MeetingOptions Options { get; init; } = new() { PendingLimit = 100 };

    public MeetingTable At(DateTime moment) => this with { Clock = new FakeTimeProvider(new DateTimeOffset(moment)) };

    public MeetingTable WithLimit(int limit) => this with { Options = new MeetingOptions { PendingLimit = limit } };

    public MeetingTable WithDayLimit(int limit) => this with { Options = new MeetingOptions { DayLimit = limit } };

    public async Task<MeetingSeat> SeatAsync(Country country) => (await SeatsAsync(country, 1))[0];

    public async Task<IReadOnlyList<MeetingSeat>> SeatsAsync(Country country, int count)
    {
        await using var db = Database.Open();
        var seats = new List<MeetingSeat>();
        for (var number = 0; number < count; number++)
        {
            var company = Company.Register(
                country,
                World.NextNumber(country),
                new CompanyProfile { Names = new LocalizedText("企业", "기업", "Firm"), Sector = "batteries" },
                new ContactDetails("Kim", "sales@example.com", string.Empty),
                Now
            );
            db.Add(company);
            seats.Add(Join(db, company.Id));
        }

        await db.SaveChangesAsync();
        return seats;
    }

    public async Task<MeetingSeat> ColleagueAsync(MeetingSeat seat)
    {
        await using var db = Database.Open();
        var colleague = Join(db, seat.Company);
        await db.SaveChangesAsync();
        return colleague;
    }

    public async Task<Result<MeetingRequestId>> AskAsync(MeetingSeat asks, MeetingSeat asked, params TimeSlot[] times)
    {
        await using var db = Database.Open();
        var ask = new MeetingAsk(
            asked.Company,
            asks.User,
            TheirListing: null,
            OwnListing: null,
            MeetingFormat.Online,
            times,
            "안녕하세요",
            LanguageCode.Ko
        );
        return await new AskForMeeting(
            db,
            Outbox(db),
            new TakenTimes(db),
            new ExpireMeetings(db, Outbox(db), Clock),
            Microsoft.Extensions.Options.Options.Create(Options),
            Clock
        ).ExecuteAsync(ask, asks.Actor, CancellationToken.None);
    }

    public async Task<MeetingRequestId> AskedAsync(MeetingSeat asks, MeetingSeat asked, params TimeSlot[] times) =>
        (await AskAsync(asks, asked, times)).Value;

    public Task<Result> AcceptAsync(MeetingRequestId id, MeetingSeat seat, TimeSlot slot) =>
        ChangeAsync(
            id,
            (db, version) =>
                new AcceptMeeting(db, Change(db), new TakenTimes(db)).ExecuteAsync(
                    id,
                    version,
                    slot.Start,
                    seat.Actor,
                    CancellationToken.None
                )
        );

    public Task<Result> ProposeAsync(MeetingRequestId id, MeetingSeat seat, params TimeSlot[] times) =>
        ChangeAsync(
            id,
            (db, version) =>
                new ProposeMeetingTimes(Change(db), new TakenTimes(db), Microsoft.Extensions.Options.Options.Create(Options)).ExecuteAsync(
                    id,
                    version,
                    times,
                    string.Empty,
                    LanguageCode.Ko,
                    seat.Actor,
                    CancellationToken.None
                )
        );

    public Task<Result> WithdrawAsync(MeetingRequestId id, MeetingSeat seat) =>
        ChangeAsync(
            id,
            (db, version) =>
                new WithdrawMeeting(Change(db)).ExecuteAsync(id, version, string.Empty, LanguageCode.Ko, seat.Actor, CancellationToken.None)
        );

    public Task<Result> CancelAsync(MeetingRequestId id, MeetingSeat seat) =>
        ChangeAsync(
            id,
            (db, version) =>
                new CancelMeeting(Change(db)).ExecuteAsync(id, version, string.Empty, LanguageCode.Ko, seat.Actor, CancellationToken.None)
        );

    public Task<Result> DelegateAsync(MeetingRequestId id, MeetingSeat seat, MeetingSeat colleague) =>
        ChangeAsync(
            id,
            (db, version) =>
                new DelegateMeeting(db, Change(db)).ExecuteAsync(id, version, colleague.User, seat.Actor, CancellationToken.None)
        );

    /// <summary>Each meeting holds the quarters of its agreed time for both of its people, and nothing when there is none.</summary>
    public async Task AssertConsistentAsync(IEnumerable<MeetingRequestId> ids, int? scheduled)
    {
        await using var db = Database.Open();
        var wanted = ids.ToList();
        var meetings = await db.MeetingRequests.Where(meeting => wanted.Contains(meeting.Id)).ToListAsync();
        Assert.Equal(wanted.Count, meetings.Count);
        foreach (var meeting in meetings)
        {
            var expected =
                meeting.State == MeetingState.Scheduled
                    ? new[] { meeting.AskingPersonId, meeting.AskedPersonId!.Value }.SelectMany(person =>
                        meeting.Agreed!.Value.Quarters().Select(quarter => (person, quarter))
                    )
                    : [];
            Assert.Equal(expected.Order(), meeting.Claims.Select(claim => (claim.UserId, claim.QuarterStart)).Order());
        }

        Assert.Equal(scheduled ?? meetings.Count(IsScheduled), meetings.Count(IsScheduled));
        static bool IsScheduled(MeetingRequest meeting) => meeting.State == MeetingState.Scheduled;
    }

    private static MeetingSeat Join(AppDbContext db, CompanyId company)
    {
        var mail = $"{Guid.NewGuid():N}@example.com";
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            DisplayName = "Kim Minji",
            UserName = mail,
            NormalizedUserName = mail.ToUpperInvariant(),
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
        };
        db.Add(user);
        db.Add(new Membership { UserId = user.Id, CompanyId = company });
        return new MeetingSeat(user.Id, company);
    }

    private async Task<Result> ChangeAsync(MeetingRequestId id, Func<AppDbContext, long, Task<Result>> change)
    {
        await using var db = Database.Open();
        var version = await db.MeetingRequests.Where(meeting => meeting.Id == id).Select(meeting => meeting.Version).SingleAsync();
        return await change(db, version);
    }

    private MeetingChange Change(AppDbContext db) => new(db, Outbox(db), Clock);

    private OutboxWriter Outbox(AppDbContext db) => new(db, NoRoutes, Clock);
}

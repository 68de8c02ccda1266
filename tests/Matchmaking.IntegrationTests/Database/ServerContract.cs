using System.Data.Common;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

public enum ServerFailure
{
    BeforeCommit,
    AnswerLost,
}

/// <summary>What a save comes to when the server fails in the middle of it: it happens once, and whoever asked is told so.</summary>
public abstract class ServerContract(DatabaseFixture database)
{
    private static readonly OutboxRoute[] Routes = [new("test", typeof(object), new HashSet<string> { CompanyEvents.Changed }, AtOnce: 1)];

    [Theory]
    [InlineData(ServerFailure.BeforeCommit)]
    [InlineData(ServerFailure.AnswerLost)]
    public async Task A_registration_happens_once_and_is_not_told_that_the_number_is_taken(ServerFailure failure)
    {
        var person = (await new MeetingTable(database).SeatAsync(Country.KR)).Actor;
        var number = World.NextNumber(Country.KR);
        var server = new FailingOnce(failure);
        await using var db = database.Open(server);
        var register = new RegisterCompany(db, new OutboxWriter(db, Routes, TimeProvider.System), TimeProvider.System);

        var result = await register.ExecuteAsync(Input(number.Value), person, CancellationToken.None);

        Assert.Empty(result.Errors);
        Assert.True(server.HasFailed);
        await using var reading = database.Open();
        var company = await reading.Companies.SingleAsync(company => company.RegistrationNumber == number);
        Assert.Equal((result.Value, 1), (company.Id, company.Version));
        Assert.Single(await reading.Memberships.Where(member => member.CompanyId == company.Id).ToListAsync());
        Assert.Single(await reading.OutboxMessages.Where(message => message.Payload == company.Id.ToString()).ToListAsync());
    }

    [Theory]
    [InlineData(ServerFailure.BeforeCommit)]
    [InlineData(ServerFailure.AnswerLost)]
    public async Task A_change_happens_once_and_is_not_told_that_somebody_else_was_faster(ServerFailure failure)
    {
        var company = (await new MeetingTable(database).SeatAsync(Country.CN)).Company;
        var server = new FailingOnce(failure);
        await using var db = database.Open(server);
        var edited = await db.Companies.SingleAsync(item => item.Id == company);
        edited.Edit(edited.Profile with { About = "新" }, edited.Contact, DateTime.UnixEpoch.AddYears(60));

        Assert.Equal(1, await db.SaveChangesAsync());
        edited.Edit(edited.Profile with { About = "更新" }, edited.Contact, DateTime.UnixEpoch.AddYears(61));
        Assert.Equal(1, await db.SaveChangesAsync());

        Assert.True(server.HasFailed);
        await using var reading = database.Open();
        var read = await reading.Companies.SingleAsync(item => item.Id == company);
        Assert.Equal(("更新", 3), (read.Profile.About, read.Version));
    }

    [Fact]
    public async Task A_commit_that_was_still_on_its_way_when_it_was_looked_for_counts_as_well()
    {
        var lease = new WorkerLease { Name = $"lease-{Guid.NewGuid():N}", Holder = "a" };
        await using var db = database.Open(new CommittingLate(database));
        db.Add(lease);

        Assert.Equal(1, await db.SaveChangesAsync());

        await using var reading = database.Open();
        Assert.Equal("a", (await reading.WorkerLeases.SingleAsync(item => item.Name == lease.Name)).Holder);
    }

    [Fact]
    public async Task Receipts_are_left_by_every_save_and_cleared_away_after_an_hour()
    {
        _ = await new MeetingTable(database).SeatAsync(Country.KR);
        await using var db = database.Open();
        Assert.NotEmpty(await db.Set<SaveReceipt>().ToListAsync());

        await new PruneSaveReceipts(db, TimeProvider.System).ExecuteAsync(CancellationToken.None);
        Assert.NotEmpty(await db.Set<SaveReceipt>().ToListAsync());

        var later = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(2));
        Assert.NotEqual(0, await new PruneSaveReceipts(db, later).ExecuteAsync(CancellationToken.None));
    }

    private static CompanyInput Input(string number) =>
        new()
        {
            Country = Country.KR,
            RegistrationNumber = number,
            NameZh = $"第{number}公司",
            NameKo = $"제{number}",
            NameLatin = $"Number {number}",
            Sector = "batteries",
            Region = "KR-11",
            ContactPerson = "김민지",
            ContactEmail = "sales@example.com",
            ContactPhone = "+82 2-555-0100",
            SimilarNameAccepted = true,
        };

    /// <summary>Loses the connection at the first commit: before it arrives, or once it is done.</summary>
    private sealed class FailingOnce(ServerFailure failure) : DbTransactionInterceptor
    {
        public bool HasFailed { get; private set; }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            if (HasFailed)
            {
                return result;
            }

            HasFailed = true;
            if (failure == ServerFailure.AnswerLost)
            {
                await transaction.CommitAsync(cancellationToken);
            }

            throw new TimeoutException("The server does not answer.");
        }
    }

    /// <summary>The first commit fails, is looked for in vain, and arrives when the same rows are about to be sent again.</summary>
    private sealed class CommittingLate(DatabaseFixture database) : SaveChangesInterceptor, IDbTransactionInterceptor
    {
        private bool hasFailed;

        public ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            hasFailed = true;
            throw new TimeoutException("The server does not answer.");
        }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (hasFailed)
            {
                await using var late = database.Open();
                late.AddRange(eventData.Context!.ChangeTracker.Entries().Select(entry => entry.Entity));
                await late.SaveChangesAsync(cancellationToken);
            }

            return result;
        }
    }
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>What the product asks of a database, the same for each provider.</summary>
public abstract partial class DatabaseContract(DatabaseFixture database)
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 2, 3, 456, 789, DateTimeKind.Utc);

    /// <summary>A context on a connection of its own.</summary>
    protected AppDbContext Open() => database.Open();

    [Fact]
    public async Task Every_entity_keeps_every_value_in_every_script()
    {
        await using var writing = Open();
        var samples = SampleRows.For(writing);
        await writing.SaveChangesAsync();

        await using var reading = Open();
        foreach (var sample in samples)
        {
            var written = writing.Entry(sample);
            var key = written.Metadata.FindPrimaryKey()!.Properties.Select(property => written.Property(property).CurrentValue).ToArray();
            var read = await reading.FindAsync(sample.GetType(), key);
            Assert.True(read is not null, $"{written.Metadata.ClrType.Name} was not found again.");
            Assert.Equal(SampleRows.Values(written), SampleRows.Values(reading.Entry(read)));
        }
    }

    [Fact]
    public async Task Listing_keeps_its_lists_and_its_pending_revision()
    {
        var company = await AddCompanyAsync();
        var listing = Listing.Draft(company.Id, ListingKind.Need, Content("正极材料"), Guid.CreateVersion7(), Now);
        Assert.True(
            listing.Submit(Guid.CreateVersion7(), Now).Succeeded && listing.StartReview().Succeeded && listing.Publish(Now).Succeeded
        );
        Assert.True(listing.Edit(Content("양극재"), Guid.CreateVersion7(), Now).Succeeded);
        await AddAsync(listing);

        await using var db = Open();
        var read = await db.Listings.SingleAsync(item => item.Id == listing.Id);

        Assert.Equal("正极材料", read.Content.Title);
        Assert.Equal("양극재", read.Working.Title);
        Assert.Equal(ListingState.Published, read.State);
        Assert.Equal(ListingState.Draft, read.WorkingState);
        Assert.Equal(["283691", "8507"], read.Content.HsCodes);
        Assert.Equal([CooperationMode.Supply, CooperationMode.JointResearch], read.Content.Modes);
        Assert.Equal(new DateOnly(2027, 2, 28), read.Content.ValidUntil);
    }

    [Fact]
    public async Task Listings_are_found_by_a_word_inside_any_script()
    {
        var company = await AddCompanyAsync();
        await AddAsync(Listing.Draft(company.Id, ListingKind.Offer, Content($"제목 {Words.Mixed} 끝"), Guid.CreateVersion7(), Now));

        await using var db = Open();

        foreach (var word in new[] { "锂", "𠮷", "👩‍🔬", "고순도" })
        {
            Assert.True(
                await db.Listings.AnyAsync(item => item.CompanyId == company.Id && item.Content.Title.Contains(word)),
                $"{word} was not found."
            );
        }
    }

    [Fact]
    public async Task Enums_are_stored_by_name()
    {
        var company = await AddCompanyAsync();

        await using var db = Open();
        var stored = await db
            .Database.SqlQuery<string>($"""SELECT "Country" AS "Value" FROM "Companies" WHERE "Id" = {company.Id.Value}""")
            .ToListAsync();

        Assert.Equal(["KR"], stored);
    }

    [Fact]
    public async Task Evidence_belongs_to_its_company_and_goes_with_it()
    {
        var company = await AddCompanyAsync();
        await using (var db = Open())
        {
            var loaded = await db.Companies.SingleAsync(item => item.Id == company.Id);
            loaded.RecordEvidence(new Evidence(EvidenceClaim.Existence, Words.Mixed, AgencyId.New(), Now, Now.AddYears(1)));
            loaded.RecordEvidence(new Evidence(EvidenceClaim.Licence, "국세청", AgencyId.New(), Now, expiresAt: null));
            await db.SaveChangesAsync();
        }

        await using (var db = Open())
        {
            var read = await db.Companies.SingleAsync(item => item.Id == company.Id);
            Assert.Equal([Words.Mixed, "국세청"], read.Evidence.OrderBy(item => item.Claim).Select(item => item.Source));
            Assert.True(read.IsVerified(Now));
            Assert.False(read.IsVerified(Now.AddYears(1).AddDays(1)));
        }
    }

    [Fact]
    public async Task Times_come_back_as_the_same_instant_in_utc()
    {
        var company = await AddCompanyAsync();

        await using var db = Open();
        var created = await db.Companies.Where(item => item.Id == company.Id).Select(item => item.CreatedAt).SingleAsync();

        Assert.Equal(Now, created);
        Assert.Equal(DateTimeKind.Utc, created.Kind);
        Assert.True(await db.Companies.AnyAsync(item => item.Id == company.Id && item.CreatedAt <= Now));
        var before = Now.AddMicroseconds(-1);
        Assert.False(await db.Companies.AnyAsync(item => item.Id == company.Id && item.CreatedAt <= before));
    }

    [Fact]
    public async Task Times_are_kept_to_the_microsecond_and_asked_for_alike()
    {
        var moment = Now.AddTicks(7);
        var message = new OutboxMessage
        {
            Handler = "h",
            Kind = "k",
            Payload = "p",
            CreatedAt = moment,
            NotBefore = moment,
        };
        await AddAsync(message);

        await using var db = Open();
        var read = await db.OutboxMessages.SingleAsync(item => item.Id == message.Id && item.CreatedAt == moment);

        Assert.Equal(Now, read.CreatedAt);
    }

    [Fact]
    public async Task Second_save_of_the_same_version_is_refused_and_changes_nothing()
    {
        var company = await AddCompanyAsync();
        await using var first = Open();
        await using var second = Open();
        var mine = await first.Companies.SingleAsync(item => item.Id == company.Id);
        var theirs = await second.Companies.SingleAsync(item => item.Id == company.Id);

        mine.Edit(mine.Profile with { About = "first" }, mine.Contact, Now);
        await first.SaveChangesAsync();
        theirs.Edit(theirs.Profile with { About = "second" }, theirs.Contact, Now);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        await using var db = Open();
        var read = await db.Companies.SingleAsync(item => item.Id == company.Id);
        Assert.Equal("first", read.Profile.About);
        Assert.Equal(2, read.Version);
    }

    [Fact]
    public async Task Registration_number_is_unique_within_its_country()
    {
        var first = await AddCompanyAsync();
        var number = first.RegistrationNumber;

        var lost = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(Company(number)));

        Assert.True(UniqueViolation.Caused(lost));
    }

    [Fact]
    public async Task Firms_without_a_number_stand_beside_each_other_and_differ_by_their_reference()
    {
        await AddAsync(Company(null, "f1"));
        await AddAsync(Company(null, "f2"));

        var lost = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(Company(null, "f1")));

        Assert.True(UniqueViolation.Caused(lost));
    }

    [Fact]
    public async Task Key_that_is_taken_is_a_unique_violation_and_a_missing_principal_is_not()
    {
        var lease = new WorkerLease { Name = $"lease-{Guid.NewGuid():N}", Holder = "a" };
        await AddAsync(lease);
        var taken = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(new WorkerLease { Name = lease.Name, Holder = "b" }));
        Assert.True(UniqueViolation.Caused(taken));

        var orphan = new Membership { UserId = Guid.CreateVersion7(), CompanyId = CompanyId.New() };
        var missing = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(orphan));
        Assert.False(UniqueViolation.Caused(missing));
    }

    protected static Company Company(RegistrationNumber? number, string? reference = null) =>
        Core.Companies.Company.Register(
            Country.KR,
            number,
            new CompanyProfile
            {
                Names = new LocalizedText("韩国电池", "한국전지", "Hanguk Battery"),
                Sector = "batteries",
                About = Words.Mixed,
            },
            new ContactDetails("김민지", "sales@example.com", "+82 2-555-0100"),
            Now,
            externalReference: reference
        );

    protected async Task<Company> AddCompanyAsync()
    {
        var company = Company(World.NextNumber(Country.KR));
        await AddAsync(company);
        return company;
    }

    protected async Task AddAsync(object entity)
    {
        await using var db = Open();
        db.Add(entity);
        await db.SaveChangesAsync();
    }

    protected static ListingContent Content(string title) =>
        new()
        {
            Language = LanguageCode.Zh,
            Title = title,
            Text = Words.Mixed,
            HsCodes = ["283691", "8507"],
            Modes = [CooperationMode.Supply, CooperationMode.JointResearch],
            Certificates = ["ISO 9001", "㈜"],
            ValidUntil = new DateOnly(2027, 2, 28),
        };
}

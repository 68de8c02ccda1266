using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Moderation;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Moderation;

public sealed class ReviewTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Reason = "순도와 이물 규격의 시험 성적서 번호가 없어 확인할 수 없으니 번호를 적어 주세요.";

    [Fact]
    public async Task A_text_goes_from_draft_over_return_to_publication_and_is_changed_while_it_stays_live()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        var reviewer = await world.ReviewerAsync(Country.KR);
        using var owner = site.ClientFor(firm.UserId);
        using var agency = site.ClientFor(reviewer);
        using var visitor = site.ClientFor();

        await owner.SubmitAsync("/listings/new", "/listings/new", Words("월 40톤", 0));
        var listing = await OnlyAsync(firm.Company);
        var (page, edit, review) = ($"/listings/{listing.Id}", $"/listings/{listing.Id}/edit", $"/reviews/{listing.Id}");
        Assert.Contains("수산화리튬", await agency.GetStringAsync("/reviews"));

        await agency.SubmitAsync("/reviews", $"{review}/take");
        Assert.Equal(ListingState.InReview, (await OnlyAsync(firm.Company)).State);
        await DecideAsync(agency, listing.Id, "ChangesRequested", Reason);
        Assert.Contains(Reason, await owner.GetStringAsync(edit));
        Assert.Contains(Reason, await owner.GetStringAsync("/listings"));

        await owner.SubmitAsync(edit, edit, Words("월 50톤", (await OnlyAsync(firm.Company)).Version));
        await agency.SubmitAsync("/reviews", $"{review}/take");
        await DecideAsync(agency, listing.Id, "Published", string.Empty);
        Assert.Contains("월 50톤", await visitor.GetStringAsync(page));

        await owner.SubmitAsync(edit, edit, Words("월 60톤", (await OnlyAsync(firm.Company)).Version));
        Assert.Contains("월 50톤", await visitor.GetStringAsync(page));
        await agency.SubmitAsync("/reviews", $"{review}/take");
        Assert.Contains("<del>50</del><ins>60</ins>톤", await agency.GetStringAsync(review));
        await DecideAsync(agency, listing.Id, "Published", string.Empty);
        Assert.Contains("월 60톤", await visitor.GetStringAsync(page));

        Assert.Equal(
            ["review-taken", "listing-returned", "review-taken", "listing-published", "review-taken", "listing-published"],
            await AuditAsync(listing.Id)
        );
        Assert.Contains("listing", await agency.GetStringAsync("/audit"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            3,
            await site.WithDatabaseAsync(db =>
                db.Companies.Where(item => item.Id == firm.Company).Select(item => item.IndexVersion).SingleAsync()
            )
        );
        Assert.Contains(Reason, await owner.GetStringAsync(page));
    }

    [Fact]
    public async Task Second_reviewer_hears_who_has_it_and_cannot_decide()
    {
        var world = new World(site);
        var id = await world.SubmittedAsync(await world.FirmAsync(Country.KR, "Hanbit"));
        using var first = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var second = site.ClientFor(await world.ReviewerAsync(Country.KR));
        await first.SubmitAsync("/reviews", $"/reviews/{id}/take");
        var version = $"{(await FindAsync(id)).Version}";

        using var taken = await second.SubmitAsync("/reviews", $"/reviews/{id}/take");
        using var decided = await second.SubmitAsync("/reviews", $"/reviews/{id}/decide", ("decision", "Published"), ("version", version));
        await second.SubmitAsync($"/reviews/{id}", $"/reviews/{id}/release");
        using var late = await first.SubmitAsync("/reviews", $"/reviews/{id}/decide", ("decision", "Published"), ("version", version));

        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.Contains("Kim Minji has taken this already.", await taken.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, decided.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(ListingState.Submitted, (await FindAsync(id)).State);
        Assert.Equal(["review-taken", "review-released"], await AuditAsync(id));
    }

    [Theory]
    [InlineData("ChangesRequested", "너무 짧아요", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Rejected", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Burn", Reason, HttpStatusCode.UnprocessableEntity)]
    [InlineData(
        "ChangesRequested",
        "<script>alert(1)</script> 😀 \u202E 이유를 서른 글자 넘게 길게 적은 것이에요.",
        HttpStatusCode.Redirect
    )]
    [InlineData("ChangesRequested", null, HttpStatusCode.UnprocessableEntity)]
    public async Task Reasons_are_checked_kept_and_shown_as_text(string decision, string? reason, HttpStatusCode expected)
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        var id = await world.SubmittedAsync(firm);
        using var agency = site.ClientFor(await world.ReviewerAsync(Country.KR));
        await agency.SubmitAsync("/reviews", $"/reviews/{id}/take");

        using var answer = await DecideAsync(agency, id, decision, reason ?? new string('길', 10_000));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", page);
        if (expected == HttpStatusCode.Redirect)
        {
            using var owner = site.ClientFor(firm.UserId);
            Assert.DoesNotContain("<script>alert", await owner.GetStringAsync($"/listings/{id}"));
        }
        else
        {
            Assert.Contains("role=\"alert\"", page);
            Assert.Contains(reason ?? "길길길", page);
            Assert.Equal(ListingState.InReview, (await FindAsync(id)).State);
        }
    }

    [Fact]
    public async Task Submitter_is_told_the_result_with_its_reason_by_mail()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        var address = await site.WithDatabaseAsync(db =>
            db.Users.Where(user => user.Id == firm.UserId).Select(user => user.Email!).SingleAsync()
        );
        var id = await world.SubmittedAsync(firm);
        using var agency = site.ClientFor(await world.ReviewerAsync(Country.KR));
        await agency.SubmitAsync("/reviews", $"/reviews/{id}/take");

        await DecideAsync(agency, id, "ChangesRequested", Reason);
        var mail = await new Mailbox(site).NewestAsync(address);

        Assert.Equal("보완 요청: 수산화리튬", mail.Subject);
        Assert.Contains(Reason, mail.TextBody);
        Assert.Contains($"/listings/{id}", mail.TextBody);
    }

    [Fact]
    public async Task Next_one_opens_by_itself_oldest_first()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.CN, "Chengli");
        var older = await world.SubmittedAsync(firm);
        var newer = await world.SubmittedAsync(firm, minutesLater: 5);
        using var agency = site.ClientFor(await world.ReviewerAsync(Country.CN));

        using var next = await agency.SubmitAsync("/reviews", "/reviews/next");
        using var decided = await DecideAsync(agency, older, "Published", string.Empty);
        using var last = await DecideAsync(agency, newer, "Published", string.Empty);

        Assert.Equal($"/reviews/{older}", next.Headers.Location?.OriginalString);
        Assert.Equal($"/reviews/{newer}", decided.Headers.Location?.OriginalString);
        Assert.Equal("/reviews", last.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Audit_trail_shows_an_agency_its_own_acts_and_the_administrator_all()
    {
        var world = new World(site);
        var id = await world.SubmittedAsync(await world.FirmAsync(Country.KR, "Hanbit"), title: "감사 기록 시험");
        using var agency = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var colleague = site.ClientFor(await world.ReviewerAsync(Country.KR));
        var administrator = await world.PersonAsync("Admin");
        await site.WithDatabaseAsync(db =>
            db.Users.Where(user => user.Id == administrator)
                .ExecuteUpdateAsync(user => user.SetProperty(item => item.IsAdministrator, true))
        );
        using var admin = site.ClientFor(administrator);

        await agency.SubmitAsync("/reviews", $"/reviews/{id}/take");

        Assert.Contains("감사 기록 시험", await agency.GetStringAsync("/audit?act=review-taken&q=감사"));
        Assert.DoesNotContain("감사 기록 시험", await agency.GetStringAsync("/audit?act=listing-published"));
        Assert.DoesNotContain("감사 기록 시험", await colleague.GetStringAsync("/audit"));
        Assert.Contains("감사 기록 시험", await admin.GetStringAsync("/audit"));
    }

    [Fact]
    public async Task Change_that_only_strikes_a_concept_is_shown_as_a_difference()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        var content = new ListingContent
        {
            Language = LanguageCode.Ko,
            Title = "고순도 수산화리튬",
            Text = "인버터",
            StruckConcepts = ["inverter"],
        };
        var id = await world.PublishedAsync(firm, ListingKind.Offer, content);
        await site.WithDatabaseAsync(async db =>
        {
            var (listing, now) = (await db.Listings.SingleAsync(item => item.Id == id), site.Clock.GetUtcNow().UtcDateTime);
            Assert.True(listing.Edit(content with { StruckConcepts = ["lithium-hydroxide"] }, firm.UserId, now).Succeeded);
            Assert.True(listing.Submit(firm.UserId, now).Succeeded);
            return await db.SaveChangesAsync();
        });
        using var agency = site.ClientFor(await world.ReviewerAsync(Country.KR));

        var page = await agency.GetStringAsync($"/reviews/{id}");

        Assert.Contains("<ins>lithium hydroxide</ins>", page, StringComparison.Ordinal);
        Assert.Contains("<del>inverter</del>", page, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "class=\"diff-row\"", default, TimeSpan.FromSeconds(1)));
    }

    private static (string, string)[] Words(string quantity, long version) =>
        [
            ("Kind", "Offer"),
            ("Title", "고순도 수산화리튬"),
            ("Text", $"배터리급, {quantity}"),
            ("Version", $"{version}"),
            ("step", "submit"),
        ];

    private async Task<HttpResponseMessage> DecideAsync(HttpClient agency, ListingId id, string decision, string reason) =>
        await agency.SubmitAsync(
            $"/reviews/{id}",
            $"/reviews/{id}/decide",
            ("decision", decision),
            ("Reason", reason),
            ("version", $"{(await FindAsync(id)).Version}")
        );

    private Task<List<string>> AuditAsync(ListingId id) =>
        site.WithDatabaseAsync(db =>
            db.Set<AuditEntry>()
                .Where(entry => entry.SubjectId == id.Value)
                .OrderBy(entry => entry.Id)
                .Select(entry => entry.Action)
                .ToListAsync()
        );

    private Task<Listing> OnlyAsync(CompanyId company) =>
        site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.CompanyId == company));

    private Task<Listing> FindAsync(ListingId id) => site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.Id == id));
}

using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos;

public sealed class FirmPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);
    private readonly ExpoWorld expos = new(site);

    [Fact]
    public async Task Firm_has_numbers_and_a_table_of_its_own()
    {
        var first = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var second = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var (id, organiser) = await expos.InvitedByAsync(first, second);
        using var agency = site.ClientFor(organiser);
        var table = await site.WithDatabaseAsync(db => db.Set<ExpoTable>().FirstAsync(item => item.ExpoId == id));
        var (own, other) = (await FormOfAsync(id, first), await FormOfAsync(id, second));

        using var swapped = await agency.SubmitAsync(own, own, ("Min", "4"), ("Max", "3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, swapped.StatusCode);
        Assert.Contains("The least number of meetings is above the greatest.", await swapped.Content.ReadAsStringAsync());
        using var saved = await agency.SubmitAsync(own, own, ("Min", "2"), ("Max", "3"), ("Table", $"{table.Id}"));
        var list = await agency.GetStringAsync($"/organise/{id}/firms");
        Assert.Contains("2 to 3", list, StringComparison.Ordinal);
        Assert.Contains($"table {table.Name}", list, StringComparison.Ordinal);

        Assert.DoesNotContain($"{table.Id}", await agency.GetStringAsync(other), StringComparison.Ordinal);
        using var occupied = await agency.SubmitAsync(other, other, ("Table", $"{table.Id}"));
        Assert.Contains("Another firm has this table for itself.", await occupied.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var asked = await agency.SubmitAsync($"/organise/{id}/tables", $"/organise/{id}/remove/tables", ("ids", $"{table.Id}"));
        Assert.Contains("1 firm no longer has a table", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var gone = await agency.SubmitAsync(
            $"/organise/{id}/tables",
            $"/organise/{id}/remove/tables",
            ("ids", $"{table.Id}"),
            ("confirmed", "true")
        );
        Assert.All((await expos.FirmsAsync(id)).Firms, row => Assert.Null(row.Firm.TableId));

        using var foreign = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var hidden = await foreign.GetAsync(own);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task Firm_is_removed_with_its_wishes_after_these_were_counted_and_a_refusal_stays()
    {
        var korean = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var wished = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var refused = await expos.VerifiedAsync(Country.CN, "Liyuan");
        var (id, organiser) = await expos.InvitedByAsync(korean, wished, refused);
        await expos.AttendAsync(id, korean, wished, refused);
        await expos.WishAsync(id, korean, (wished, WishKind.Must), (refused, WishKind.NoThanks));
        await expos.WishAsync(id, wished, (korean, WishKind.Meet));
        await expos.WishAsync(id, refused, (korean, WishKind.Meet));

        using var agency = site.ClientFor(organiser);
        var list = $"/organise/{id}/firms";
        var row = (await expos.FirmsAsync(id)).Firms.Single(item => item.Firm.CompanyId == korean.Company);
        using var asked = await agency.SubmitAsync(list, $"/organise/{id}/remove/firms", ("ids", $"{row.Firm.Id}"));
        Assert.Contains("Forgotten: 1 wish of its own, 2 of others for it", await asked.Content.ReadAsStringAsync());
        using var removed = await agency.SubmitAsync(
            list,
            $"/organise/{id}/remove/firms",
            ("ids", $"{row.Firm.Id}"),
            ("confirmed", "true")
        );

        Assert.Equal(2, (await expos.FirmsAsync(id)).Firms.Count);
        var left = await site.WithDatabaseAsync(db => db.Set<ExpoWish>().Where(wish => wish.ExpoId == id).ToListAsync());
        Assert.Equal([(korean.Company, refused.Company, WishKind.NoThanks)], left.Select(wish => (wish.From, wish.To, wish.Kind)));
        using var firm = site.ClientFor(korean.UserId);
        using var hidden = await firm.GetAsync($"/expos/{id}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task Acts_of_firms_stand_in_the_organisers_trail_and_tell_nothing_of_refusals()
    {
        var korean = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var chinese = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var (id, organiser) = await expos.InvitedByAsync(korean, chinese);
        await expos.AttendAsync(id, korean, chinese);
        await expos.WishAsync(id, korean, (chinese, WishKind.NoThanks));
        await expos.WishAsync(id, chinese, (korean, WishKind.Meet));
        await expos.WishAsync(id, chinese, (korean, WishKind.NoThanks));

        var saved = await site.WithDatabaseAsync(db =>
            db.Set<AuditEntry>()
                .Where(item => item.SubjectId == id.Value && item.Action == AuditActions.ExpoWishesSaved)
                .OrderBy(item => item.Id)
                .Select(item => item.Detail)
                .ToListAsync()
        );
        // A refusal of a firm that was not wished for leaves no trace; a wish that is gone may have been taken back as well.
        Assert.Equal([$"[Yanheng|{chinese.Company}] · 1", $"[Yanheng|{chinese.Company}] · 0"], saved);
        using var agency = site.ClientFor(organiser);
        var trail = WebUtility.HtmlDecode(await agency.GetStringAsync("/audit"));
        Assert.Contains("Wishes saved", trail);
        Assert.Contains("Firm attends", trail);
        Assert.Contains("Yanheng · 4/4", trail);
    }

    [Fact]
    public async Task Firm_that_no_agency_has_checked_is_not_invited_even_by_its_number()
    {
        var (id, organiser) = await expos.InvitedByAsync(await expos.VerifiedAsync(Country.KR, "Hanbit"));
        var stranger = await new World(site).FirmAsync(Country.CN, "Nobody");
        using var agency = site.ClientFor(organiser);
        var page = $"/organise/{id}/firms";

        using var invited = await agency.SubmitAsync($"{page}/invite", $"{page}/invite", ("firms", $"{stranger.Company}"));
        using var added = await agency.SubmitAsync($"{page}/invite", $"{page}/walk-ins", ("firms", $"{stranger.Company}"));

        Assert.DoesNotContain((await expos.FirmsAsync(id)).Firms, row => row.Firm.CompanyId == stranger.Company);
    }

    [Fact]
    public async Task Firm_without_an_invitation_attends_at_once_also_after_the_closing()
    {
        var invited = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var walkIn = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var (id, organiser) = await expos.InvitedByAsync(invited);
        await site.WithDatabaseAsync(db =>
            db.Set<Expo>()
                .Where(expo => expo.Id == id)
                .ExecuteUpdateAsync(expo => expo.SetProperty(item => item.State, ExpoState.Published))
        );
        using var agency = site.ClientFor(organiser);
        var invite = $"/organise/{id}/firms/invite";
        Assert.Contains($"{walkIn.Company}", await agency.GetStringAsync(invite), StringComparison.Ordinal);
        using var added = await agency.SubmitAsync(invite, $"/organise/{id}/firms/walk-ins", ("firms", $"{walkIn.Company}"));

        Assert.Equal(
            ExpoFirmState.Attending,
            (await expos.FirmsAsync(id)).Firms.Single(row => row.Firm.CompanyId == walkIn.Company).Firm.State
        );
        using var again = await agency.SubmitAsync(invite, invite, ("firms", $"{walkIn.Company}"));
        Assert.Equal(invite, again.Headers.Location?.ToString());
    }

    private async Task<string> FormOfAsync(ExpoId id, World.Member member) =>
        $"/organise/{id}/firms/{(await expos.FirmsAsync(id)).Firms.Single(row => row.Firm.CompanyId == member.Company).Firm.Id}";
}

using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos;

/// <summary>Expos with their firms, made on the organiser's pages.</summary>
/// <param name="settings">Further fields of an expo's form.</param>
internal sealed class ExpoWorld(SiteFactory site, params (string Name, string Value)[] settings)
{
    private readonly World world = new(site);

    /// <summary>A firm whose existence an agency has checked.</summary>
    public async Task<World.Member> VerifiedAsync(Country country, string name)
    {
        var firm = await world.FirmAsync(country, name);
        var agency = new Agency { Country = country, Names = new LocalizedText("中心", "센터", "Centre") };
        await world.AddAsync(agency);
        await site.WithDatabaseAsync(async db =>
        {
            var now = site.Clock.GetUtcNow().UtcDateTime;
            var company = await db.Companies.SingleAsync(item => item.Id == firm.Company);
            company.RecordEvidence(new Evidence(EvidenceClaim.Existence, "Register", agency.Id, now.Date, null));
            return await db.SaveChangesAsync();
        });
        return firm;
    }

    /// <summary>An expo with open wishes, to which the organiser invited the firms on its page.</summary>
    public async Task<ExpoId> InvitedAsync(params World.Member[] firms) => (await InvitedByAsync(firms)).Id;

    /// <summary>The same, with the person of the agency that organises it.</summary>
    public async Task<(ExpoId Id, Guid Organiser)> InvitedByAsync(params World.Member[] firms)
    {
        var organiser = await world.ReviewerAsync(Country.KR);
        using var client = site.ClientFor(organiser);
        using var planned = await client.SubmitAsync(
            "/organise/new",
            "/organise/new",
            [
                ("NameZh", "对接会"),
                ("NameKo", "상담회"),
                ("NameEn", "Fair"),
                ("Place", "Songdo"),
                ("Hall", "KR"),
                ("FirstDay", "2027-03-10"),
                ("LastDay", "2027-03-10"),
                .. settings,
            ]
        );
        Assert.True(ExpoId.TryParse(planned.Headers.Location!.ToString().Split('/')[2], null, out var id));
        var page = $"/organise/{id}";
        using var slots = await client.SubmitAsync(
            $"{page}/slots",
            $"{page}/slots",
            ("Start", "10:00"),
            ("End", "12:00"),
            ("Minutes", "30"),
            ("Gap", "0"),
            ("Days", "2027-03-10")
        );
        using var tables = await client.SubmitAsync($"{page}/tables", $"{page}/tables", ("First", "1"), ("Count", "2"));
        Assert.Contains($"value=\"{firms[0].Company}\"", await client.GetStringAsync($"{page}/firms/invite"), StringComparison.Ordinal);
        using var invited = await client.SubmitAsync(
            $"{page}/firms/invite",
            $"{page}/firms/invite",
            [.. firms.Select(firm => ("firms", firm.Company.ToString()))]
        );
        Assert.Equal($"{page}/firms", invited.Headers.Location?.ToString());
        using var opened = await client.SubmitAsync(page, $"{page}/open");
        return (id, organiser);
    }

    public async Task AttendAsync(ExpoId id, params World.Member[] firms)
    {
        foreach (var firm in firms)
        {
            using var client = site.ClientFor(firm.UserId);
            using var answer = await client.SubmitAsync($"/expos/{id}", $"/expos/{id}", ("Attends", "true"));
            Assert.Equal($"/expos/{id}/partners", answer.Headers.Location?.ToString());
        }
    }

    public async Task WishAsync(ExpoId id, World.Member from, params (World.Member To, WishKind Kind)[] wishes)
    {
        using var client = site.ClientFor(from.UserId);
        using var saved = await client.SubmitAsync(
            $"/expos/{id}/partners",
            $"/expos/{id}/partners",
            [
                .. wishes.SelectMany(
                    (wish, index) => new[] { ($"wishes[{index}].Firm", $"{wish.To.Company}"), ($"wishes[{index}].Kind", $"{wish.Kind}") }
                ),
            ]
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    /// <summary>What the organiser sees of it.</summary>
    public Task<ExpoFirmsPage> FirmsAsync(ExpoId id) =>
        site.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var agency = await db.Set<Expo>().Where(expo => expo.Id == id).Select(expo => expo.AgencyId).SingleAsync();
            var organiser = new Actor(Guid.NewGuid(), "Organiser", MembershipRole.Member, null, agency);
            return await services.GetRequiredService<ListExpoFirms>().ExecuteAsync(id, organiser, CancellationToken.None);
        });
}

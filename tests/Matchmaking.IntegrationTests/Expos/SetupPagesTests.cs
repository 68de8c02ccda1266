using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos;

public sealed class SetupPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly (string, string)[] Profile =
    [
        ("NameZh", "中韩产业对接会"),
        ("NameKo", "한중 산업 상담회"),
        ("NameEn", "Sourcing Fair"),
        ("Place", "Songdo Convensia"),
        ("Hall", "KR"),
        ("FirstDay", "2027-03-10"),
        ("LastDay", "2027-03-11"),
    ];

    private static readonly (string, string)[] Slots =
    [
        ("Start", "09:30"),
        ("End", "12:00"),
        ("Minutes", "30"),
        ("Gap", "0"),
        ("Days", "2027-03-10"),
        ("Days", "2027-03-11"),
    ];

    [Theory]
    [InlineData("en", "Sourcing Fair", "10 slots", "make-up working days of 2027 are not known yet")]
    [InlineData("ko", "한중 산업 상담회", "시간대 10개", "2027년 중국의 대체 근무일")]
    [InlineData("zh-Hans", "中韩产业对接会", "10个时段", "2027年的调休上班日尚未确定")]
    public async Task Expo_is_set_up_in_every_language(string language, string name, string count, string unknown)
    {
        using var client = await OrganiserAsync(language);
        var id = await PlannedAsync(client);
        var page = $"/organise/{id}";
        var overview = await PageAsync(client, page);
        Assert.Contains(name, overview);
        Assert.Contains(unknown, overview);

        var query = string.Join('&', Slots.Select(field => $"{field.Item1}={field.Item2}"));
        Assert.Contains(count, await PageAsync(client, $"{page}/slots/count?{query}"));
        Assert.Contains(count, await PageAsync(client, $"{page}/slots?{query}"));
        using var slots = await client.SubmitAsync($"{page}/slots", $"{page}/slots", Slots);
        Assert.Equal(HttpStatusCode.Redirect, slots.StatusCode);
        Assert.Contains("09:30–10:00", await PageAsync(client, $"{page}/slots"));
        using var again = await client.SubmitAsync($"{page}/slots", $"{page}/slots", Slots);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);

        using var tables = await client.SubmitAsync($"{page}/tables", $"{page}/tables", ("Prefix", "A"), ("First", "1"), ("Count", "12"));
        using var deadlines = await client.SubmitAsync(page, $"{page}/deadlines");
        Assert.Contains(unknown, await PageAsync(client, page));
        using var opened = await client.SubmitAsync(page, $"{page}/open");

        var expo = await ReadAsync(id);
        Assert.Equal((10, 12, ExpoState.CollectingPreferences), (expo.Slots.Count, expo.Tables.Count, expo.State));
        Assert.Equal(new DateOnly(2027, 3, 2), expo.Profile.ScheduleUntil);
        Assert.Equal(
            [
                AuditActions.ExpoPlanned,
                AuditActions.ExpoSlotsAdded,
                AuditActions.ExpoTablesAdded,
                AuditActions.ExpoChanged,
                AuditActions.ExpoOpened,
            ],
            await TrailAsync(id)
        );
    }

    [Fact]
    public async Task Slots_are_removed_only_after_what_they_hit_was_shown()
    {
        using var client = await OrganiserAsync("en");
        var id = await PlannedAsync(client);
        var page = $"/organise/{id}";
        using var added = await client.SubmitAsync($"{page}/slots", $"{page}/slots", Slots);
        var slot = (await ReadAsync(id)).Slots.MinBy(item => item.Start)!.Id.ToString();
        using var interpreter = await client.SubmitAsync(
            $"{page}/interpreters/new",
            $"{page}/interpreters/new",
            ("Name", "金秀"),
            ("Pairs", "zh-ko"),
            ("Absent", slot)
        );
        Assert.Equal($"{page}/interpreters", interpreter.Headers.Location?.ToString());

        using var asked = await client.SubmitAsync($"{page}/slots", $"{page}/remove/slots", ("ids", slot));
        var shown = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        Assert.Contains("金秀", shown);
        Assert.Contains("1 absence is forgotten", shown);
        Assert.Equal(10, (await ReadAsync(id)).Slots.Count);

        using var removed = await client.SubmitAsync($"{page}/slots", $"{page}/remove/slots", ("ids", slot), ("confirmed", "true"));
        var expo = await ReadAsync(id);
        Assert.Equal(9, expo.Slots.Count);
        Assert.Empty(expo.Interpreters.Single().Absent);
        Assert.Contains(AuditActions.ExpoPartsRemoved, await TrailAsync(id));
    }

    [Fact]
    public async Task Form_comes_back_filled_with_what_is_wrong()
    {
        using var client = await OrganiserAsync("en");
        var fields = Profile.Select(field => field.Item1 == "LastDay" ? ("LastDay", "2027-03-01") : field).ToArray();
        using var answer = await client.SubmitAsync("/organise/new", "/organise/new", fields);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The last day is before the first.", html);
        Assert.Contains("한중 산업 상담회", html);
    }

    [Fact]
    public async Task Expo_of_another_agency_is_not_there()
    {
        using var own = await OrganiserAsync("en");
        var id = await PlannedAsync(own);
        using var other = await OrganiserAsync("en");
        var mine = await PlannedAsync(other);
        foreach (var part in new[] { "", "/edit", "/slots", "/slots/count", "/tables", "/interpreters", "/interpreters/new" })
        {
            using var answer = await other.GetAsync($"/organise/{id}{part}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        foreach (var part in new[] { "edit", "slots", "tables", "interpreters/new", "open", "close", "deadlines", "remove/slots" })
        {
            using var answer = await other.SubmitAsync(
                $"/organise/{mine}/slots",
                $"/organise/{id}/{part}",
                [.. Profile, .. Slots, ("Count", "3"), ("First", "1"), ("Name", "x"), ("Pairs", "zh-ko")]
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Single(await TrailAsync(id));
        Assert.DoesNotContain(id.ToString(), await other.GetStringAsync("/organise"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_that_somebody_else_has_overtaken_is_refused()
    {
        using var client = await OrganiserAsync("en");
        var id = await PlannedAsync(client);
        using var answer = await client.SubmitAsync($"/organise/{id}/edit", $"/organise/{id}/edit", [.. Profile, ("Version", "7")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    private async Task<HttpClient> OrganiserAsync(string language) =>
        site.ClientFor(await new World(site).ReviewerAsync(Country.KR), language);

    private static async Task<ExpoId> PlannedAsync(HttpClient client)
    {
        using var planned = await client.SubmitAsync("/organise/new", "/organise/new", Profile);
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        Assert.True(ExpoId.TryParse(planned.Headers.Location!.ToString().Split('/')[2], null, out var id));
        return id;
    }

    private static async Task<string> PageAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(address));

    private Task<Expo> ReadAsync(ExpoId id) =>
        site.WithDatabaseAsync(db =>
            db.Set<Expo>()
                .Include(expo => expo.Slots)
                .Include(expo => expo.Tables)
                .Include(expo => expo.Interpreters)
                .AsSplitQuery()
                .SingleAsync(expo => expo.Id == id)
        );

    private Task<List<string>> TrailAsync(ExpoId id) =>
        site.WithDatabaseAsync(db =>
            db.Set<AuditEntry>()
                .Where(entry => entry.SubjectId == id.Value)
                .OrderBy(entry => entry.At)
                .ThenBy(entry => entry.Id)
                .Select(entry => entry.Action)
                .ToListAsync()
        );
}

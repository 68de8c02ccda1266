using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Moderation;

/// <summary>The audit trail in the language of whoever reads it.</summary>
public sealed class AuditPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("en", "Fair", "Programme published", "did not come", "")]
    [InlineData("ko", "상담회", "일정 확정 공개", "불참", "산업")]
    [InlineData("zh-Hans", "对接会", "公布日程", "未到", "工业")]
    public async Task Acts_and_expos_and_what_was_recorded_are_named_in_the_readers_language(
        string language,
        string name,
        string act,
        string missed,
        string firm
    )
    {
        var shown = await ShownFair.BegunAsync(site, present: 0, language);
        var slot = (await shown.Fair.ExpoAsync()).Slots.MinBy(item => item.Start)!.Id;
        var meeting = (await shown.Fair.DraftAsync()).Meetings.First(item => item.Placement?.SlotId == slot).MeetingId;
        await site.WithDatabaseAsync(db =>
            db.Companies.ExecuteUpdateAsync(set =>
                set.SetProperty(firm => firm.Profile.Names.Ko, firm => firm.Profile.Names.En + "산업")
                    .SetProperty(firm => firm.Profile.Names.Zh, firm => firm.Profile.Names.En + "工业")
            )
        );
        using var recorded = await shown.Fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{shown.Fair.Id}/now/{meeting}",
            ("state", "NoShowA")
        );

        var trail = await ReadAsync(shown, string.Empty);
        Assert.Contains($"<th scope=\"row\">{name}</th>", trail);
        Assert.Contains($">{act}</td>", trail);
        Assert.Contains(missed, trail);
        Assert.DoesNotContain("NoShowA", trail);
        Assert.Matches($"<td[^>]*>(한빛|岩恒)[1-3]{firm} – (한빛|岩恒)[1-3]{firm} · ", trail);
        Assert.Contains($"<th scope=\"row\">{name}</th>", await ReadAsync(shown, $"?q={Uri.EscapeDataString(name)}"));
        Assert.DoesNotContain("<th scope=\"row\">", await ReadAsync(shown, "?q=없는+행사"));
    }

    [Fact]
    public void Every_act_is_one_of_all_of_which_each_has_its_text() =>
        Assert.Equal(
            typeof(AuditActions)
                .GetFields()
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal),
            AuditActions.All.Order(StringComparer.Ordinal)
        );

    private static async Task<string> ReadAsync(ShownFair shown, string query) =>
        WebUtility.HtmlDecode(await shown.Fair.Organiser.GetStringAsync($"/audit{query}"));
}

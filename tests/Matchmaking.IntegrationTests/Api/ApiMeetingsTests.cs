using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.IntegrationTests.Meetings;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Api;

public sealed class ApiMeetingsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Both_firms_read_their_meeting_and_nobody_else_does()
    {
        var meetings = new MeetingSite(site);
        var (korean, chinese) = await meetings.FirmsAsync();
        var address = "/api" + await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);
        using var asking = await site.ClientOfAsync(korean, ApiScopes.MeetingsRead);
        using var asked = await site.ClientOfAsync(chinese, ApiScopes.MeetingsRead);
        using var third = await site.ClientOfAsync(await meetings.World.FirmAsync(Country.KR, "다른 기업"), ApiScopes.MeetingsRead);

        var ours = await (await asking.GetAsync(address)).JsonAsync();
        var theirs = await (await asked.GetAsync(address)).JsonAsync();
        var list = await (await asked.GetAsync("/api/meetings")).JsonAsync();
        using var foreign = await third.GetAsync(address);

        Assert.False(ours.GetProperty("isOurTurn").GetBoolean());
        Assert.True(theirs.GetProperty("isOurTurn").GetBoolean());
        Assert.Equal("sent", theirs.GetProperty("state").GetString());
        Assert.Equal("null", theirs.GetProperty("contact").GetRawText());
        Assert.Equal("waiting-for-us", list.GetProperty("open")[0].GetProperty("group").GetString());
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }
}

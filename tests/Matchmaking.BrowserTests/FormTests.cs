using Matchmaking.BrowserTests.Site;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

public sealed class FormTests(BrowserSite site)
{
    [Fact]
    public async Task Enter_sends_the_request_and_the_errors_stand_in_the_order_of_the_form()
    {
        await using var firm = await VisitAsync("incheon@demo.example");
        await firm.Page.GotoAsync("/partners");
        var ask = await firm.Page.Locator("a[href^='/meetings/request']").Last.GetAttributeAsync("href");
        await firm.Page.GotoAsync(ask!);

        await firm.Page.Locator("input[name=Suggested]:not([disabled])").First.PressAsync("Enter");

        var errors = firm.Page.Locator(".notice.error li a");
        await Assertions.Expect(errors).ToHaveCountAsync(2);
        Assert.Equal("#Times", await errors.Nth(0).GetAttributeAsync("href"));
        Assert.Equal("#Message", await errors.Nth(1).GetAttributeAsync("href"));
        await firm.InspectAsync("ask-ko-errors");
    }

    [Fact]
    public async Task Errors_of_a_listing_stand_in_the_order_of_the_form()
    {
        await using var firm = await VisitAsync("incheon@demo.example");
        await firm.Page.GotoAsync("/listings/new?kind=Need");

        await firm.Page.ClickAsync("button[name=step][value=submit]");

        var errors = firm.Page.Locator(".notice.error li a");
        await Assertions.Expect(errors).ToHaveCountAsync(2);
        Assert.Equal("#Title", await errors.Nth(0).GetAttributeAsync("href"));
        Assert.Equal("#Text", await errors.Nth(1).GetAttributeAsync("href"));
    }

    [Fact]
    public async Task Count_of_counterparts_stays_in_sight_on_a_phone()
    {
        await using var firm = await VisitAsync("incheon@demo.example", phone: true);

        await firm.Page.GotoAsync("/listings/new?kind=Need");

        await Assertions.Expect(firm.Page.Locator("[data-counterparts]")).ToBeInViewportAsync();
        await firm.InspectAsync("editor-ko-phone");
    }

    [Fact]
    public async Task File_that_is_not_there_answers_404_to_a_stranger()
    {
        await using var stranger = await site.VisitAsync("ko-KR");

        var answer = await stranger.Page.GotoAsync("/x.png");

        Assert.Equal(404, answer!.Status);
    }

    private async Task<Visitor> VisitAsync(string account, bool phone = false)
    {
        var visitor = await site.VisitAsync("ko-KR", phone);
        await visitor.SignInAsync(account);
        return visitor;
    }
}

using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.SavedSearches;

public sealed class SavedSearchPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly SavedSearchWorld world = new(site);

    [Theory]
    [InlineData("en", "Save this search", "Each morning")]
    [InlineData("zh-CN", "保存此搜索", "每天早上")]
    [InlineData("ko", "이 검색 저장하기", "매일 아침")]
    public async Task Filter_is_saved_from_its_page_and_stands_there_and_on_a_page_of_its_own(string language, string save, string alert)
    {
        var me = await world.NeedingAsync("Qsave1");
        const string Filtered = "/partners?q=pump&sector=batteries&mode=supply&verified=true";
        Assert.Contains(save, await world.PageAsync(me, Filtered, language));

        var id = await world.SaveAsync(me, "Pumps", SavedSearchAlert.Daily, Filtered);

        var page = await world.PageAsync(me, Filtered, language);
        Assert.DoesNotContain(save, page);
        Assert.Contains($"href=\"/saved-searches/{id}\" aria-current=\"page\"", page);
        Assert.Contains(save, await world.PageAsync(me, "/partners?sector=batteries", language));
        Assert.Contains(alert, await world.PageAsync(me, "/saved-searches", language));
    }

    [Fact]
    public async Task Running_leads_to_the_question_as_it_was_asked()
    {
        var me = await world.NeedingAsync("Qrun1");
        var id = await world.SaveAsync(me, "锂", page: "/search?q=%E9%94%82&kind=Need&country=CN&heading=8507");

        using var client = site.ClientFor(me.UserId);
        using var answer = await client.GetAsync($"/saved-searches/{id}");

        Assert.Equal($"/search?q=%E9%94%82&kind=Need&country=CN&heading=8507&saved={id}", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Firm_that_newly_fits_is_counted_until_it_was_seen_and_marked_where_it_stands()
    {
        var me = await world.NeedingAsync("Qnew1");
        await world.OfferingAsync("Qnew1", "旧友");
        var id = await world.SaveAsync(me, "Qnew");
        Assert.DoesNotContain("1 new", await world.PageAsync(me, "/saved-searches"));
        Assert.Contains("No firm has come to fit", await world.PageAsync(me, "/"));

        await world.OfferingAsync("Qnew1", "新朋");
        site.Clock.Advance(SavedSearchLimits.Fresh + TimeSpan.FromHours(1));

        await world.ShowsAsync(me, "/saved-searches", "1 new");
        var own = await world.PageAsync(me, "/saved-searches");
        Assert.Contains("新朋", own);
        Assert.DoesNotContain("旧友", own);
        Assert.Contains("1 new", await world.PageAsync(me, "/partners"));
        Assert.Contains("1 new", await world.PageAsync(me, "/"));

        using var client = site.ClientFor(me.UserId);
        using var run = await client.GetAsync($"/saved-searches/{id}");
        Assert.Single(await world.PageAsync(me, run.Headers.Location!.OriginalString) is var page ? page.Split("New here")[1..] : []);
        Assert.DoesNotContain("1 new", await world.PageAsync(me, "/saved-searches"));
    }

    [Fact]
    public async Task Deleted_one_is_brought_back_by_undo()
    {
        var me = await world.NeedingAsync("Qundo1");
        var id = await world.SaveAsync(me, "Wanted again");
        using var client = site.ClientFor(me.UserId);

        using var deleted = await client.SubmitAsync("/saved-searches", $"/saved-searches/{id}/delete");
        using var page = await client.GetAsync("/saved-searches");
        Assert.Contains($"/saved-searches/{id}/restore", await page.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/saved-searches/{id}")).StatusCode);
        using var restored = await client.SubmitAsync("/saved-searches", $"/saved-searches/{id}/restore");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (deleted.StatusCode, restored.StatusCode));
        Assert.Contains("Wanted again", await world.PageAsync(me, "/saved-searches"));
    }

    [Fact]
    public async Task Name_and_mail_are_changed_together_and_an_empty_name_is_told()
    {
        var me = await world.NeedingAsync("Qname1");
        var id = await world.SaveAsync(me, "Old name");
        using var client = site.ClientFor(me.UserId);

        using var changed = await client.SubmitAsync("/saved-searches", $"/saved-searches/{id}", ("Name", "새 이름"), ("Alert", "Weekly"));
        using var refused = await client.SubmitAsync("/saved-searches", $"/saved-searches/{id}", ("Name", " "), ("Alert", "None"));

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Give it a name.", await refused.Content.ReadAsStringAsync());
        var page = await world.PageAsync(me, "/saved-searches");
        Assert.Contains("새 이름", page);
        Assert.DoesNotContain("Old name", page);
        Assert.Contains("Monday mornings</li>", page);
    }

    [Fact]
    public async Task Search_without_words_is_not_saved()
    {
        var me = await world.NeedingAsync("Qempty1");
        using var client = site.ClientFor(me.UserId);

        using var answer = await client.SubmitAsync("/partners", "/saved-searches/search?kind=Need", ("Name", "x"), ("Alert", "None"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Another_person_finds_nothing_there_not_even_a_colleague()
    {
        var (me, other) = (await world.NeedingAsync("Qmine1"), await world.NeedingAsync("Qother1"));
        var id = await world.SaveAsync(me, "Mine alone");
        await world.SaveAsync(other, "Theirs");
        var colleague = await new World(site).ColleagueAsync(me.Company, "박서준", MembershipRole.Owner);

        foreach (var person in new[] { other.UserId, colleague })
        {
            using var client = site.ClientFor(person);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/saved-searches/{id}")).StatusCode);
            foreach (var step in new[] { string.Empty, "/delete", "/restore" })
            {
                using var answer = await client.SubmitAsync(
                    "/partners?q=form",
                    $"/saved-searches/{id}{step}",
                    ("Name", "Taken"),
                    ("Alert", "Daily")
                );
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }

            Assert.DoesNotContain("Mine alone", await (await client.GetAsync("/saved-searches")).Content.ReadAsStringAsync());
            Assert.DoesNotContain("New here", await (await client.GetAsync($"/partners?saved={id}")).Content.ReadAsStringAsync());
        }

        Assert.Contains("Mine alone", await world.PageAsync(me, "/saved-searches"));
    }

    [Fact]
    public async Task Visitors_see_no_saved_searches_on_the_search_page()
    {
        using var client = site.ClientFor();

        var html = await (await client.GetAsync("/search?q=pump&saved=" + SavedSearchId.New())).Content.ReadAsStringAsync();

        Assert.DoesNotContain("saved-bar", html);
    }

    [Fact]
    public async Task Person_saves_so_many_and_no_more()
    {
        var me = await world.NeedingAsync("Qmany1");
        var actor = new Actor(me.UserId, "김", MembershipRole.Owner, me.Company, AgencyId: null);
        var now = site.Clock.GetUtcNow().UtcDateTime;
        await site.WithDatabaseAsync(db =>
        {
            db.AddRange(
                Enumerable
                    .Range(1, SavedSearchLimits.PerPerson)
                    .Select(number =>
                        SavedSearch
                            .Create(
                                actor,
                                me.Company,
                                SavedSearchKind.Partners,
                                new SavedQuestion(),
                                $"s{number}",
                                SavedSearchAlert.None,
                                now
                            )
                            .Value
                    )
            );
            return db.SaveChangesAsync();
        });
        using var client = site.ClientFor(me.UserId);

        using var answer = await client.SubmitAsync(
            "/partners?q=one",
            "/saved-searches/partners?q=one",
            ("Name", "one more"),
            ("Alert", "None")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var count = await site.WithDatabaseAsync(db => db.Set<SavedSearch>().CountAsync(search => search.UserId == me.UserId));
        Assert.Equal(SavedSearchLimits.PerPerson, count);
    }
}

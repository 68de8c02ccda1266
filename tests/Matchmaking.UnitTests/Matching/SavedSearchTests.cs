using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Core.Matching.SavedSearches;
using Xunit;

namespace Matchmaking.UnitTests.Matching;

public sealed class SavedSearchTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);
    private static readonly CompanyId Firm = CompanyId.New();
    private static readonly Actor Owner = new(Guid.CreateVersion7(), "김민지", MembershipRole.Member, Firm, AgencyId: null);

    [Theory]
    [InlineData("", "saved-search.name-missing")]
    [InlineData("  ", "saved-search.name-missing")]
    [InlineData("a\nb", "saved-search.name-unfit")]
    public void Name_that_cannot_be_shown_is_refused(string name, string error) =>
        Assert.Equal(error, Assert.Single(Create(name).Errors).Code);

    [Fact]
    public void Name_is_trimmed_and_may_be_as_long_as_the_limit()
    {
        var longest = new string('锂', SavedSearchLimits.Name);

        Assert.Equal(longest, Create($" {longest} ").Value.Name);
        Assert.False(Create(longest + "锂").Succeeded);
    }

    [Fact]
    public void Search_needs_words_and_a_filter_of_partners_does_not()
    {
        Assert.Equal("saved-search.no-words", Assert.Single(Create("锂", SavedSearchKind.Search).Errors).Code);
        Assert.True(Create("锂").Succeeded);
    }

    [Fact]
    public void What_the_first_look_finds_is_no_news_and_what_the_next_ones_find_is()
    {
        var search = Create("锂").Value;

        search.Check(Now.AddHours(1));
        Assert.Equal(Now.AddHours(1), search.SeenAt);
        search.Check(Now.AddHours(2));
        Assert.Equal(Now.AddHours(1), search.SeenAt);
    }

    [Fact]
    public void Looking_remembers_the_look_before()
    {
        var search = Create("锂").Value;

        search.Look(Now.AddDays(1));

        Assert.Equal((Now, Now.AddDays(1)), (search.SeenBefore, search.SeenAt));
    }

    [Fact]
    public void Who_asks_for_mail_later_is_not_told_of_the_time_before()
    {
        var search = Create("锂").Value;

        search.Change("锂", SavedSearchAlert.Daily, Now.AddDays(9));
        Assert.Equal(Now.AddDays(9), search.DigestedAt);
        search.Change("锂", SavedSearchAlert.Weekly, Now.AddDays(12));
        Assert.Equal(Now.AddDays(9), search.DigestedAt);
    }

    [Theory]
    [InlineData("2026-11-23T22:59:59Z", "2026-11-22T23:00:00Z", "2026-11-22T23:00:00Z")]
    [InlineData("2026-11-23T23:00:00Z", "2026-11-23T23:00:00Z", "2026-11-22T23:00:00Z")]
    [InlineData("2026-11-29T22:59:59Z", "2026-11-28T23:00:00Z", "2026-11-22T23:00:00Z")]
    [InlineData("2026-11-29T23:00:00Z", "2026-11-29T23:00:00Z", "2026-11-29T23:00:00Z")]
    public void Mornings_begin_at_eight_in_Korea_and_weeks_on_Monday(string now, string morning, string monday)
    {
        Assert.Equal(Utc(morning), DigestTimes.LastMorning(Utc(now)));
        Assert.Equal(Utc(monday), DigestTimes.LastMonday(Utc(now)));
    }

    [Fact]
    public void Question_asks_again_what_was_asked()
    {
        var partners = new PartnersRequest
        {
            Listings = [ListingId.New()],
            Sectors = ["batteries"],
            Chapters = ["85"],
            Modes = [CooperationMode.JointVenture],
            Regions = ["KR-11"],
            VerifiedOnly = true,
            Text = "锂",
        };
        var search = new SearchRequest
        {
            Query = "리튬",
            Kinds = [HitKind.Need],
            Country = Country.CN,
            Headings = ["8507"],
        };

        Assert.Equivalent(partners, SavedQuestion.Of(partners with { Page = 3 }).ToPartners(), strict: true);
        Assert.Equivalent(search, SavedQuestion.Of(search with { Page = 3 }).ToSearch(), strict: true);
    }

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);

    private static Result<SavedSearch> Create(string name, SavedSearchKind kind = SavedSearchKind.Partners) =>
        SavedSearch.Create(Owner, Firm, kind, new SavedQuestion(), name, SavedSearchAlert.None, Now);
}

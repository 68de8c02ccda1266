using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Xunit;

namespace Matchmaking.UnitTests.Listings;

public sealed class ListingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Author = Guid.CreateVersion7();
    private static readonly Guid Colleague = Guid.CreateVersion7();
    private static readonly string Reason = new('x', Listing.ReasonMinimum);

    private static readonly ListingContent Content = new()
    {
        Language = LanguageCode.Ko,
        Title = "고순도 수산화리튬",
        Text = "월 40톤",
        HsCodes = ["282520"],
        Certificates = ["ISO 9001"],
    };

    [Fact]
    public void Draft_without_words_is_not_submitted_and_says_what_is_missing()
    {
        var listing = Draft(Content with { Title = " ", Text = string.Empty, ValidUntil = new DateOnly(2026, 11, 22) });

        var result = listing.Submit(Author, Now);

        Assert.Equal(["Title", "Text", "ValidUntil"], result.Errors.Select(error => error.Field));
        Assert.Equal(ListingState.Draft, listing.State);
    }

    [Fact]
    public void A_last_day_lasts_until_it_is_over_in_both_countries()
    {
        var endsToday = Content with { ValidUntil = new DateOnly(2026, 11, 23) };

        Assert.False(endsToday.IsOver(new DateTime(2026, 11, 23, 15, 59, 59, DateTimeKind.Utc)));
        Assert.True(endsToday.IsOver(new DateTime(2026, 11, 23, 16, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void Old_text_stays_live_until_the_change_is_published()
    {
        var listing = Published();
        var changed = Content with { Text = "월 60톤" };

        Assert.True(listing.Edit(changed, Colleague, Now).Succeeded);
        Assert.True(listing.Submit(Colleague, Now).Succeeded && listing.StartReview().Succeeded);
        Assert.Equal(Content, listing.Content);
        Assert.True(listing.IsLive);

        Assert.True(listing.Publish(Now).Succeeded);
        Assert.Equal(changed, listing.Content);
        Assert.Null(listing.Revision);
        Assert.Equal(Colleague, listing.SubmittedBy);
    }

    [Fact]
    public void Saving_the_same_words_makes_no_change_to_review()
    {
        var listing = Published();
        var version = listing.Version;

        Assert.True(listing.Edit(Content with { HsCodes = ["282520"] }, Colleague, Now.AddDays(1)).Succeeded);

        Assert.Null(listing.Revision);
        Assert.Equal(version, listing.Version);
        Assert.Equal(Author, listing.UpdatedBy);
    }

    [Fact]
    public void A_change_that_was_written_back_is_not_submitted()
    {
        var listing = Published();
        listing.Edit(Content with { HsCodes = ["285390"] }, Author, Now);
        listing.Edit(Content, Author, Now);

        Assert.Equal(ListingErrors.NothingChanged, Assert.Single(listing.Submit(Author, Now).Errors));
    }

    [Theory]
    [InlineData("                              ")]
    [InlineData("짧은 이유")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    public void Return_refusal_and_suspension_need_a_written_reason(string reason)
    {
        var listing = InReview(Draft(Content));

        Assert.Equal(ListingErrors.ReasonTooShort, Assert.Single(listing.RequestChanges(reason, Now).Errors));
        Assert.Equal(ListingErrors.ReasonTooShort, Assert.Single(listing.Reject(reason, Now).Errors));
        Assert.Equal(ListingErrors.ReasonTooShort, Assert.Single(Published().Suspend(reason, Now).Errors));
        Assert.Equal(ListingState.InReview, listing.State);
    }

    [Fact]
    public void Reason_is_kept_until_the_text_is_submitted_again()
    {
        var listing = InReview(Draft(Content));
        listing.RequestChanges($"  {Reason} ", Now);

        listing.Edit(Content with { Title = "수산화리튬" }, Author, Now);
        Assert.Equal(Reason, listing.ReturnReason);

        listing.Submit(Author, Now);
        Assert.Null(listing.ReturnReason);
    }

    [Fact]
    public void Refused_change_leaves_the_published_text_and_tells_why()
    {
        var listing = Published();
        listing.Edit(Content with { Text = "월 60톤" }, Author, Now);
        InReview(listing).Reject(Reason, Now);

        Assert.True(listing.IsLive);
        Assert.Equal(Content, listing.Content);
        Assert.Null(listing.Revision);
        Assert.Equal(Reason, listing.ReturnReason);
    }

    [Fact]
    public void What_ended_while_it_waited_is_not_published()
    {
        var listing = InReview(Draft(Content with { ValidUntil = new DateOnly(2026, 11, 23) }));

        Assert.Equal(ListingErrors.OverWhileWaiting, Assert.Single(listing.Publish(Now.AddDays(2)).Errors));
        Assert.Equal(ListingState.InReview, listing.State);
    }

    [Fact]
    public void Suspended_text_that_ended_meanwhile_comes_back_as_expired()
    {
        var listing = Published(Content with { ValidUntil = new DateOnly(2026, 11, 30) });
        listing.Suspend(Reason, Now);

        Assert.True(listing.Reinstate(Now.AddDays(30)).Succeeded);
        Assert.Equal(ListingState.Expired, listing.State);
    }

    [Fact]
    public void Nothing_expires_before_its_day_or_without_one()
    {
        Assert.False(Published().Expire(Now.AddYears(50)).Succeeded);
        Assert.False(Published(Content with { ValidUntil = new DateOnly(2026, 11, 23) }).Expire(Now).Succeeded);
    }

    [Fact]
    public void Renewal_needs_a_day_that_is_still_to_come()
    {
        var listing = Published(Content with { ValidUntil = new DateOnly(2026, 11, 30) });
        var later = Now.AddDays(30);
        listing.Expire(later);

        Assert.Equal(ListingErrors.AlreadyOver, Assert.Single(listing.Renew(new DateOnly(2026, 12, 1), Author, later).Errors));
        Assert.True(listing.Renew(null, Author, later).Succeeded);
        Assert.True(listing.IsLive);
        Assert.Null(listing.Content.ValidUntil);
    }

    [Fact]
    public void An_offer_becomes_a_need_only_before_it_was_published()
    {
        var draft = Draft(Content);
        Assert.True(draft.ChangeKind(ListingKind.Need).Succeeded);
        Assert.Equal(ListingKind.Need, draft.Kind);

        Assert.False(Published().ChangeKind(ListingKind.Need).Succeeded);
        Assert.True(Published().ChangeKind(ListingKind.Offer).Succeeded);
    }

    private static Listing Draft(ListingContent content) => Listing.Draft(CompanyId.New(), ListingKind.Offer, content, Author, Now);

    private static Listing InReview(Listing listing)
    {
        Assert.True(listing.Submit(Author, Now).Succeeded && listing.StartReview().Succeeded);
        return listing;
    }

    private static Listing Published(ListingContent? content = null)
    {
        var listing = InReview(Draft(content ?? Content));
        Assert.True(listing.Publish(Now).Succeeded);
        return listing;
    }
}

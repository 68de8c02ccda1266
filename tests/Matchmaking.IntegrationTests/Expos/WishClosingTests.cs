using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos;

/// <summary>Moves the clock past the last day of wishes, and so has a site of its own.</summary>
public sealed class WishClosingTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly ExpoWorld expos = new(site);

    [Fact]
    public async Task Wishes_close_by_themselves_and_open_again_with_a_later_day()
    {
        var (id, organiser, korean, chinese) = await OpenAsync();
        using var agency = site.ClientFor(organiser);
        using var firm = site.ClientFor(korean.UserId);
        var end = site.Clock.GetUtcNow().AddHours(2);
        var lastDay = DateOnly.FromDateTime(end.UtcDateTime + Country.KR.Offset());
        await EndAsync(id, lastDay);
        var midnight = new DateTimeOffset(lastDay.AddDays(1).ToDateTime(TimeOnly.MinValue), Country.KR.Offset());
        var page = $"/expos/{id}/partners";

        site.Clock.SetUtcNow(midnight.AddMilliseconds(-1));
        Assert.Contains("Save wishes", await firm.GetStringAsync(page), StringComparison.Ordinal);
        using var inTime = await firm.SubmitAsync(page, page, ("wishes[0].Firm", $"{chinese.Company}"), ("wishes[0].Kind", "Meet"));
        Assert.Equal(WishKind.Meet, await WishAsync(id));

        site.Clock.SetUtcNow(midnight);
        Assert.DoesNotContain("Save wishes", await firm.GetStringAsync(page), StringComparison.Ordinal);
        using var late = await firm.SubmitAsync("/account", page, ("wishes[0].Firm", $"{chinese.Company}"), ("wishes[0].Kind", "Must"));
        using var lateAnswer = await firm.SubmitAsync("/account", $"/expos/{id}", ("Attends", "false"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lateAnswer.StatusCode);
        Assert.Equal(WishKind.Meet, await WishAsync(id));
        Assert.Contains("Wishes closed", await agency.GetStringAsync("/organise"), StringComparison.Ordinal);

        var expo = $"/organise/{id}";
        using var without = await agency.SubmitAsync(expo, $"{expo}/open");
        Assert.Contains("The last day for wishes is over.", await PageAsync(agency, expo));
        var later = lastDay.AddDays(3).ToString("O", CultureInfo.InvariantCulture);
        using var again = await agency.SubmitAsync(expo, $"{expo}/open", ("until", later));
        Assert.Contains("closes by itself at the end of", await PageAsync(agency, expo));
        using var anew = await firm.SubmitAsync(page, page, ("wishes[0].Firm", $"{chinese.Company}"), ("wishes[0].Kind", "Must"));
        Assert.Equal(WishKind.Must, await WishAsync(id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wish_does_not_slip_in_while_somebody_closes(bool closes)
    {
        var (id, _, korean, chinese) = await OpenAsync();
        var actor = new Actor(korean.UserId, "Kim Minji", MembershipRole.Owner, korean.Company, AgencyId: null);

        var saved = await site.WithServicesAsync(services =>
        {
            var db = services.GetRequiredService<Core.Data.AppDbContext>();
            db.SavingChanges += (_, _) => Meanwhile(id, closes);
            return services
                .GetRequiredService<SaveWishes>()
                .ExecuteAsync(id, new Dictionary<CompanyId, WishKind?> { [chinese.Company] = WishKind.Must }, actor, default);
        });

        Assert.Equal(!closes, saved.Succeeded);
        Assert.Equal(closes ? null : WishKind.Must, await WishAsync(id));
    }

    [Fact]
    public async Task Colleagues_who_wish_the_same_at_the_same_moment_do_not_break_each_others_page()
    {
        var (id, _, korean, chinese) = await OpenAsync();
        var wishes = new Dictionary<CompanyId, WishKind?> { [chinese.Company] = WishKind.Must };
        var actor = new Actor(korean.UserId, "Kim Minji", MembershipRole.Owner, korean.Company, AgencyId: null);

        var saved = await site.WithServicesAsync(services =>
        {
            var db = services.GetRequiredService<Core.Data.AppDbContext>();
            db.SavingChanges += (_, _) => Insert(id, korean, chinese);
            return services.GetRequiredService<SaveWishes>().ExecuteAsync(id, wishes, actor, default);
        });

        Assert.Equal([Error.Stale], saved.Errors);
        Assert.Equal(WishKind.Meet, await WishAsync(id));
    }

    private void Insert(ExpoId id, World.Member from, World.Member to)
    {
        using var scope = site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Core.Data.AppDbContext>();
        var wish = (ExpoWish)RuntimeHelpers.GetUninitializedObject(typeof(ExpoWish));
        var entry = db.Entry(wish);
        entry.Property(item => item.ExpoId).CurrentValue = id;
        entry.Property(item => item.From).CurrentValue = from.Company;
        entry.Property(item => item.To).CurrentValue = to.Company;
        entry.Property(item => item.Kind).CurrentValue = WishKind.Meet;
        db.Add(wish);
        db.SaveChanges();
    }

    /// <summary>What happens between the look at the window and the save: the organiser closes, or another firm saves.</summary>
    private void Meanwhile(ExpoId id, bool closes)
    {
        using var scope = site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Core.Data.AppDbContext>();
        if (closes)
        {
            Assert.True(db.Set<Expo>().Include(expo => expo.Window).Single(expo => expo.Id == id).Close().Succeeded);
            db.SaveChanges();
        }
        else
        {
            var now = site.Clock.GetUtcNow().UtcDateTime;
            db.Set<WishWindow>().Where(window => window.ExpoId == id).ExecuteUpdate(window => window.SetProperty(item => item.UsedAt, now));
        }
    }

    private async Task<(ExpoId Id, Guid Organiser, World.Member Korean, World.Member Chinese)> OpenAsync()
    {
        var korean = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var chinese = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var (id, organiser) = await expos.InvitedByAsync(korean, chinese);
        await expos.AttendAsync(id, korean, chinese);
        return (id, organiser, korean, chinese);
    }

    private Task<int> EndAsync(ExpoId id, DateOnly lastDay) =>
        site.WithDatabaseAsync(async db =>
        {
            var expo = await db.Set<Expo>().Include(item => item.Window).SingleAsync(item => item.Id == id);
            Assert.True(expo.Change(expo.Profile with { PreferencesUntil = lastDay }, site.Clock.GetUtcNow().UtcDateTime).Succeeded);
            return await db.SaveChangesAsync();
        });

    private Task<WishKind?> WishAsync(ExpoId id) =>
        site.WithDatabaseAsync(db =>
            db.Set<ExpoWish>().Where(wish => wish.ExpoId == id).Select(wish => (WishKind?)wish.Kind).SingleOrDefaultAsync()
        );

    private static async Task<string> PageAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(address));
}

using System.Text;
using Ical.Net.CalendarComponents;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Programme;

/// <summary>What firms get by mail: once each, and with a calendar file that updates what is in their calendars.</summary>
public sealed class ProgrammeMailTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly Mailbox mailbox = new(site);

    [Fact]
    public async Task Publication_is_confirmed_by_its_numbers_and_mailed_once_to_each_firm_with_a_calendar_file()
    {
        var shown = new ShownFair(site, await Fair.DraftedAsync(site));
        var firm = shown.Fair.Korean[0];
        var address = await shown.AddressAsync(firm);
        await site.SettleAsync();
        var earlier = mailbox.All(address).Count;
        using var made = await shown.SendAsync("preliminary", ("draft", "1"));
        Assert.Equal("일정을 확인해 주세요: 상담회", (await mailbox.NewestAsync(address, earlier + 1)).Subject);
        var question = await shown.ReadAsync("/publish");
        Assert.Contains("<dt>Firms</dt><dd>6</dd>", question);
        Assert.Contains("<dt>Meetings planned</dt><dd>8</dd>", question);
        Assert.Contains("<dt>Mails</dt><dd>6</dd>", question);
        Assert.Contains("6 have not answered", question);

        using var published = await shown.SendAsync("publish");
        var mail = await mailbox.NewestAsync(address, earlier + 2);
        Assert.Equal("확정 일정: 상담회", mail.Subject);
        var placed = await shown.PlacedAsync(firm);
        var events = Events(mail);
        Assert.Equal(
            placed.Select(meeting => $"expo-meeting-{meeting.MeetingId:N}@matchmaking").Order(StringComparer.Ordinal),
            events.Select(item => item.Uid).Order(StringComparer.Ordinal)
        );
        Assert.All(events, item => Assert.Equal((0, "CONFIRMED"), (item.Sequence, item.Status)));

        using var again = await shown.SendAsync("publish");
        await site.SettleAsync();
        Assert.Equal(earlier + 2, mailbox.All(address).Count);
        Assert.Equal(ExpoState.Published, await shown.StateAsync());
    }

    [Fact]
    public async Task Changes_of_a_published_programme_are_told_to_the_firms_they_hit_and_to_no_other()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var fair = shown.Fair;
        var counts = await CountsAsync(shown);
        var gone = (await shown.PlacedAsync(fair.Korean[0]))[0];
        var hit = new[] { shown.FirmOf(gone.Meeting.A), shown.FirmOf(gone.Meeting.B) };
        await shown.TakeOffAsync(gone);
        var uid = $"expo-meeting-{gone.MeetingId:N}@matchmaking";
        Assert.Contains("Tell the firms (2)", await shown.ReadAsync());
        Assert.Contains(uid, await CalendarAsync(shown, hit[0]));
        Assert.DoesNotContain("STATUS:CANCELLED", await CalendarAsync(shown, hit[0]));

        using var told = await shown.SendAsync("tell");
        foreach (var firm in hit)
        {
            var address = await shown.AddressAsync(firm);
            var mail = await mailbox.NewestAsync(address, counts[firm] + 1);
            var entry = Assert.Single(Events(mail));
            Assert.Equal((uid, 1, "CANCELLED"), (entry.Uid, entry.Sequence, entry.Status));
        }

        await site.SettleAsync();
        var after = await CountsAsync(shown);
        Assert.All(counts.Keys, firm => Assert.Equal(counts[firm] + (hit.Contains(firm) ? 1 : 0), after[firm]));
        Assert.Contains("All firms know their programme", await shown.ReadAsync());
        using var nothing = await shown.SendAsync("tell");
        Assert.Contains("nothing was sent", await shown.ReadAsync());

        using var undone = await fair.SendAsync("1/undo");
        using var back = await shown.SendAsync("tell");
        var restored = await mailbox.NewestAsync(await shown.AddressAsync(hit[0]), counts[hit[0]] + 2);
        var entryAgain = Assert.Single(Events(restored));
        Assert.Equal((uid, 2, "CONFIRMED"), (entryAgain.Uid, entryAgain.Sequence, entryAgain.Status));
    }

    [Theory]
    [InlineData("en", "Ask these firms again")]
    [InlineData("ko", "이 기업에 다시 확인 요청")]
    [InlineData("zh-Hans", "请这些企业重新确认")]
    public async Task Firms_whose_preliminary_plan_changed_are_asked_again_once_and_no_other(string language, string press)
    {
        var shown = await ShownFair.PreliminaryAsync(site, language);
        await site.SettleAsync();
        var firm = shown.Fair.Korean[0];
        using var confirmed = await shown.SendAsync(firm, "confirm", ("revision", await shown.RevisionAsync(firm)));
        var counts = await CountsAsync(shown);
        Assert.DoesNotContain("/ask-again", await shown.ReadAsync());
        using var early = await shown.SendAsync("ask-again");

        var gone = (await shown.PlacedAsync(firm))[0];
        var hit = new[] { shown.FirmOf(gone.Meeting.A), shown.FirmOf(gone.Meeting.B) };
        await shown.TakeOffAsync(gone);
        Assert.Contains(press, await shown.ReadAsync());
        using var asked = await shown.SendAsync("ask-again");
        Assert.Contains("바뀌었어요", (await mailbox.NewestAsync(await shown.AddressAsync(firm), counts[firm] + 1)).TextBody);
        Assert.DoesNotContain("/ask-again", await shown.ReadAsync());
        using var again = await shown.SendAsync("ask-again");
        await site.SettleAsync();
        var after = await CountsAsync(shown);
        Assert.All(counts.Keys, other => Assert.Equal(counts[other] + (hit.Contains(other) ? 1 : 0), after[other]));

        // What it confirmed stands again, so that only the other side has to be asked.
        using var undone = await shown.Fair.SendAsync("1/undo");
        using var back = await shown.SendAsync("ask-again");
        await site.SettleAsync();
        var last = await CountsAsync(shown);
        Assert.All(counts.Keys, other => Assert.Equal(after[other] + (other != firm && hit.Contains(other) ? 1 : 0), last[other]));
    }

    [Fact]
    public async Task Question_about_a_plan_that_has_become_another_meanwhile_is_not_sent()
    {
        var shown = await ShownFair.PreliminaryAsync(site);
        var firm = shown.Fair.Korean[0];
        Assert.NotNull(await QuestionAsync(shown, firm));

        await shown.TakeOffAsync((await shown.PlacedAsync(firm))[0]);
        Assert.Null(await QuestionAsync(shown, firm));
        using var asked = await shown.SendAsync("ask-again");
        Assert.NotNull(await QuestionAsync(shown, firm));
    }

    [Fact]
    public async Task Firm_reads_on_its_page_what_it_was_told_until_it_is_told_anew()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var firm = shown.Fair.Chinese[2];
        var gone = (await shown.PlacedAsync(firm))[0];
        var partner = gone.Meeting.A == firm.Company ? gone.Meeting.B : gone.Meeting.A;
        await shown.TakeOffAsync(gone);
        Assert.Contains($"/companies/{partner}", await shown.ReadAsync(firm));

        using var told = await shown.SendAsync("tell");
        Assert.DoesNotContain($"/companies/{partner}", await shown.ReadAsync(firm));
        Assert.Contains("STATUS:CANCELLED", await CalendarAsync(shown, firm));
        using var client = site.ClientFor(firm.UserId);
        using var late = await client.SubmitAsync("/account", $"{shown.FirmPage}/confirm", ("revision", "A"));
        Assert.Contains("no longer preliminary", await client.GetStringAsync(shown.FirmPage));
    }

    private async Task<Dictionary<World.Member, int>> CountsAsync(ShownFair shown)
    {
        var counts = new Dictionary<World.Member, int>();
        foreach (var firm in shown.Fair.Korean.Concat(shown.Fair.Chinese))
        {
            counts[firm] = mailbox.All(await shown.AddressAsync(firm)).Count;
        }

        return counts;
    }

    /// <summary>What a mail that is written now would ask.</summary>
    private Task<ToldRound?> QuestionAsync(ShownFair shown, World.Member firm) =>
        site.WithServicesAsync(services =>
            services.GetRequiredService<ReadToldRound>().ExecuteAsync(shown.Fair.Id, firm.Company, round: 0, CancellationToken.None)
        );

    /// <summary>The file that the firm downloads, with its folded lines joined.</summary>
    private async Task<string> CalendarAsync(ShownFair shown, World.Member firm)
    {
        using var client = site.ClientFor(firm.UserId);
        return (await client.GetStringAsync($"{shown.FirmPage}/calendar.ics")).Replace("\r\n ", string.Empty, StringComparison.Ordinal);
    }

    private static List<CalendarEvent> Events(MimeMessage mail)
    {
        var file = mail.Attachments.OfType<MimePart>().Single(part => part.ContentType.MediaSubtype == "calendar");
        using var content = new MemoryStream();
        file.Content!.DecodeTo(content);
        var calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(content.ToArray()))!;
        Assert.Equal("PUBLISH", calendar.Method);
        return [.. calendar.Events];
    }
}

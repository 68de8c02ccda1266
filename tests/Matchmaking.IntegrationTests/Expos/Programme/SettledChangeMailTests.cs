using System.Text;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Programme;

/// <summary>A firm that asked for a change is told by mail what the organiser made of it.</summary>
public sealed class SettledChangeMailTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly Mailbox mailbox = new(site);

    [Fact]
    public async Task Settled_request_is_answered_by_one_mail_with_the_plan_as_it_is_now()
    {
        var shown = await ShownFair.PreliminaryAsync(site);
        var firm = shown.Fair.Korean[0];
        await AskAsync(shown, firm);
        var placed = await shown.PlacedAsync(firm);
        var partner = shown.FirmOf(placed[0].Meeting.Beside(firm.Company));
        var (mails, others) = (await MailsAsync(shown, firm), await MailsAsync(shown, partner));
        await shown.TakeOffAsync(placed[0]);
        await SettleAsync(shown, firm, "월요일 상담을 뺐어요");

        var mail = await mailbox.NewestAsync(await shown.AddressAsync(firm), mails + 1);
        Assert.Equal("일정 변경 요청에 대한 답변: 상담회", mail.Subject);
        Assert.Contains("오전에는 못 가요", mail.TextBody);
        Assert.Contains("월요일 상담을 뺐어요", mail.TextBody);
        Assert.DoesNotContain(Partner(shown, placed[0], firm), mail.TextBody);
        Assert.All(placed.Skip(1), meeting => Assert.Contains(Partner(shown, meeting, firm), mail.TextBody));
        Assert.Empty(mail.Attachments);

        // It was asked about this very plan; only the other side of the meeting that is gone has to be asked again.
        Assert.Contains("changed since they were asked: 1.", await shown.ReadAsync());

        await SettleAsync(shown, firm, "다시");
        await site.SettleAsync();
        Assert.Equal(mails + 1, await MailsAsync(shown, firm));
        Assert.Equal(others, await MailsAsync(shown, partner));
    }

    [Fact]
    public async Task Request_that_is_settled_after_the_publication_brings_the_calendars_up_to_date_that_it_concerns()
    {
        var shown = await ShownFair.PreliminaryAsync(site);
        var firm = shown.Fair.Korean[0];
        await AskAsync(shown, firm);
        using var published = await shown.SendAsync("publish");
        await site.SettleAsync();
        var gone = (await shown.PlacedAsync(firm))[0];
        await shown.TakeOffAsync(gone);
        var partner = shown.FirmOf(gone.Meeting.Beside(firm.Company));
        var firms = shown.Fair.Korean.Concat(shown.Fair.Chinese).ToList();
        var before = new Dictionary<World.Member, int>();
        foreach (var each in firms)
        {
            before[each] = await MailsAsync(shown, each);
        }

        Assert.Contains("all others whom that concerns", await shown.ReadAsync());
        await SettleAsync(shown, firm, "뺐어요");
        var answer = await mailbox.NewestAsync(await shown.AddressAsync(firm), before[firm] + 1);
        var told = await mailbox.NewestAsync(await shown.AddressAsync(partner), before[partner] + 1);
        Assert.Equal("일정 변경 요청에 대한 답변: 상담회", answer.Subject);
        Assert.Contains("뺐어요", answer.TextBody);
        Assert.All([answer, told], mail => Assert.Contains("STATUS:CANCELLED", Calendar(mail)));
        await site.SettleAsync();
        foreach (var each in firms)
        {
            Assert.Equal(before[each] + (each == firm || each == partner ? 1 : 0), await MailsAsync(shown, each));
        }

        Assert.Contains("All firms know their programme", await shown.ReadAsync());
    }

    [Fact]
    public async Task Answer_to_a_request_that_the_firm_has_replaced_meanwhile_is_not_sent()
    {
        var shown = await ShownFair.PreliminaryAsync(site);
        var firm = shown.Fair.Korean[1];
        await AskAsync(shown, firm);
        Assert.Null(await ReadAsync(shown, firm));
        await SettleAsync(shown, firm, "처리했어요");
        Assert.NotNull(await ReadAsync(shown, firm));

        using var confirmed = await shown.SendAsync(firm, "confirm", ("revision", await shown.RevisionAsync(firm)));
        Assert.Null(await ReadAsync(shown, firm));
    }

    private static async Task AskAsync(ShownFair shown, World.Member firm)
    {
        var revision = await shown.RevisionAsync(firm);
        using var asked = await shown.SendAsync(
            firm,
            "change",
            ("Revision", revision),
            ("Reason", $"{ChangeReason.Absent}"),
            ("Text", "오전에는 못 가요")
        );
    }

    private static async Task SettleAsync(ShownFair shown, World.Member firm, string reply)
    {
        using var settled = await shown.SendAsync($"changes/{await shown.ParticipationAsync(firm)}", ("Reply", reply));
    }

    private async Task<int> MailsAsync(ShownFair shown, World.Member firm)
    {
        await site.SettleAsync();
        return mailbox.All(await shown.AddressAsync(firm)).Count;
    }

    /// <summary>What a mail that is written now would say.</summary>
    private Task<SettledChange?> ReadAsync(ShownFair shown, World.Member firm) =>
        site.WithServicesAsync(services =>
            services.GetRequiredService<ReadSettledChange>().ExecuteAsync(shown.Fair.Id, firm.Company, round: 0, CancellationToken.None)
        );

    /// <summary>The name of the other firm of the fair.</summary>
    private static string Partner(ShownFair shown, DraftMeeting meeting, World.Member firm)
    {
        var partner = shown.FirmOf(meeting.Meeting.Beside(firm.Company));
        return $"岩恒{shown.Fair.Chinese.ToList().IndexOf(partner) + 1}";
    }

    private static string Calendar(MimeMessage mail)
    {
        var file = mail.Attachments.OfType<MimePart>().Single(part => part.ContentType.MediaSubtype == "calendar");
        using var content = new MemoryStream();
        file.Content!.DecodeTo(content);
        return Encoding.UTF8.GetString(content.ToArray());
    }
}

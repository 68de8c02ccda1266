using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using Xunit;

namespace Matchmaking.IntegrationTests.Notifications;

public sealed class MailTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly Mailbox mailbox = new(site);

    [Theory]
    [InlineData(LanguageCode.Ko, "메일 주소를 확인해 주세요", "님, 안녕하세요.")]
    [InlineData(LanguageCode.Zh, "请确认您的邮箱地址", "您好：")]
    [InlineData(LanguageCode.En, "Confirm your mail address", "Dear")]
    public async Task Mail_is_written_in_the_language_of_its_reader(LanguageCode language, string subject, string greeting)
    {
        var user = await UnconfirmedAsync("<b>O'Neil</b> 김\r\nBcc: x@example.com", language);

        await site.WithServicesAsync(services =>
        {
            services.GetRequiredService<OutboxWriter>().Add(IdentityEvents.Of(IdentityEvents.ConfirmationAsked, user.Id));
            return services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        var mail = await mailbox.NewestAsync(user.Email!);
        Assert.Equal(subject, mail.Subject);
        Assert.Contains(greeting, mail.TextBody);
        Assert.Contains($"http://localhost/confirm?user={user.Id:N}&token=", mail.TextBody);
        Assert.Contains("&lt;b&gt;O&#x27;Neil", mail.HtmlBody);
        Assert.Equal(user.Email, Assert.Single(mail.To.Mailboxes).Address);
        Assert.Empty(mail.Bcc);
    }

    [Fact]
    public async Task Mail_file_is_readable_and_a_repeated_mail_replaces_it()
    {
        var user = await UnconfirmedAsync("김민지", LanguageCode.Ko);
        var message = Message(user.Email!);

        await SendAsync(message);
        await SendAsync(message with { Subject = "두 번째" });

        var file = Assert.Single(mailbox.All(user.Email!));
        var text = await File.ReadAllTextAsync(file, Encoding.UTF8);
        Assert.Contains("Subject: 두 번째", text);
        Assert.Contains("안녕하세요", text);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!, "*.tmp"));
    }

    [Fact]
    public async Task Calendar_file_is_both_an_alternative_and_an_attachment()
    {
        var content = Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nSUMMARY:미팅\r\nEND:VCALENDAR\r\n");
        var message = Message("calendar@example.com") with
        {
            Attachments = [new MailAttachment("meeting.ics", "text/calendar; method=REQUEST; charset=utf-8", content)],
        };

        await SendAsync(message);

        var mail = await mailbox.NewestAsync("calendar@example.com");
        var parts = mail.BodyParts.OfType<MimePart>().Where(part => part.ContentType.IsMimeType("text", "calendar")).ToList();
        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Equal("REQUEST", part.ContentType.Parameters["method"]));
        Assert.Equal("meeting.ics", Assert.Single(mail.Attachments.OfType<MimePart>()).FileName);
        Assert.Contains("SUMMARY:미팅", ((TextPart)parts[1]).Text);
    }

    [Fact]
    public async Task Mail_server_gets_the_mail_when_it_is_chosen()
    {
        using var catcher = new MailCatcher();
        using var smtp = With(
            ("Mail:Sender", "Smtp"),
            ("Mail:From", "desk@matchmaking.example"),
            ("Mail:Smtp:Host", "127.0.0.1"),
            ("Mail:Smtp:Port", $"{catcher.Port}"),
            ("Mail:Smtp:Security", "None")
        );

        await smtp.Services.GetRequiredService<IMailSender>().SendAsync(Message("server@example.com"), CancellationToken.None);

        var received = await catcher.Received.WaitAsync(TimeSpan.FromSeconds(10));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(received));
        var mail = await MimeMessage.LoadAsync(stream);
        Assert.Equal("안녕하세요", mail.Subject);
        Assert.Equal("desk@matchmaking.example", Assert.Single(mail.From.Mailboxes).Address);
    }

    [Fact]
    public void Unknown_sender_stops_the_start_and_lists_the_allowed_ones()
    {
        using var broken = With(("Mail:Sender", "Pigeon"));

        var error = Assert.Throws<InvalidOperationException>(() => broken.Services);

        Assert.Equal("Mail:Sender is 'Pigeon'; allowed: Folder, Smtp.", error.Message);
    }

    [Theory]
    [InlineData("Mail:Smtp:Host", "")]
    [InlineData("Mail:Smtp:Port", "70000")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:From", "")]
    public void Unusable_mail_settings_stop_the_start(string key, string value)
    {
        using var broken = With(
            ("Mail:Sender", "Smtp"),
            ("Mail:From", "desk@matchmaking.example"),
            ("Mail:Smtp:Host", "127.0.0.1"),
            (key, value)
        );

        Assert.Throws<OptionsValidationException>(() => broken.Services);
    }

    [Theory]
    [InlineData("matchmaking.example")]
    [InlineData("ftp://matchmaking.example")]
    [InlineData("https://matchmaking.example/below")]
    public void Unusable_site_address_stops_the_start(string address)
    {
        using var broken = With(("Site:Address", address));

        Assert.Throws<InvalidOperationException>(() => broken.Services);
    }

    private static MailMessage Message(string address) =>
        new(
            Guid.CreateVersion7(),
            new MailRecipient("김민지", address, LanguageCode.Ko),
            "안녕하세요",
            "안녕하세요, 김민지 님",
            "<p>안녕하세요, 김민지 님</p>"
        );

    private Task<bool> SendAsync(MailMessage message) =>
        site.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<IMailSender>().SendAsync(message, CancellationToken.None);
            return true;
        });

    private WebApplicationFactory<Program> With(params (string Key, string Value)[] settings) =>
        site.WithWebHostBuilder(builder =>
        {
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }
        });

    private async Task<AppUser> UnconfirmedAsync(string name, LanguageCode language)
    {
        var id = await new World(site).PersonAsync(name, language);
        return await site.WithDatabaseAsync(async db =>
        {
            var user = (await db.Users.FindAsync(id))!;
            user.EmailConfirmed = false;
            await db.SaveChangesAsync();
            return user;
        });
    }
}

using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using Matchmaking.Core.Identity;
using Matchmaking.IntegrationTests.Site;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.IntegrationTests.Identity;

/// <summary>A browser of its own: cookies, no automatic redirects, and the steps that most journeys share.</summary>
internal sealed partial class Visitor(SiteFactory site, string language = "en") : IDisposable
{
    public const string Password = "green tea at nine";
    private static int counter;

    /// <summary>Somebody who can sign in with <see cref="Password"/>, for a database that is filled by hand.</summary>
    public static AppUser Account(string mail, string name)
    {
        var person = new AppUser
        {
            Id = Guid.CreateVersion7(),
            DisplayName = name,
            UserName = mail,
            NormalizedUserName = mail.ToUpperInvariant(),
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        person.PasswordHash = new PasswordHasher<AppUser>().HashPassword(person, Password);
        return person;
    }

    public HttpClient Client { get; } = site.ClientFor(language: language);

    public Mailbox Mailbox { get; } = new(site);

    public static string NewAddress() => $"visitor{Interlocked.Increment(ref counter)}@journey.example";

    public Task<HttpResponseMessage> RegisterAsync(
        string address,
        string password = Password,
        string name = "김서연",
        string language = "Ko"
    ) => Client.SubmitAsync("/register", "/register", ("Name", name), ("Email", address), ("Password", password), ("Language", language));

    /// <summary>Registers and confirms by the mailed link.</summary>
    public async Task<string> JoinAsync(string password = Password)
    {
        var address = NewAddress();
        using var registered = await RegisterAsync(address, password);
        using var confirmed = await ConfirmAsync(await MailedLinkAsync(address));
        if (confirmed.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Confirming answered {(int)confirmed.StatusCode}.");
        }

        return address;
    }

    public async Task<string> MailedLinkAsync(string address, int count = 1)
    {
        var mail = await Mailbox.NewestAsync(address, count);
        return Link().Match(mail.TextBody!).Value.Replace("http://localhost", string.Empty, StringComparison.Ordinal);
    }

    public Task<HttpResponseMessage> ConfirmAsync(string link)
    {
        var query = HttpUtility.ParseQueryString(link[link.IndexOf('?', StringComparison.Ordinal)..]);
        return Client.SubmitAsync(link, "/confirm", ("User", query["user"]!), ("Token", query["token"]!));
    }

    public Task<HttpResponseMessage> ResetAsync(string link, string password)
    {
        var query = HttpUtility.ParseQueryString(link[link.IndexOf('?', StringComparison.Ordinal)..]);
        return Client.SubmitAsync(link, "/reset-password", ("User", query["user"]!), ("Token", query["token"]!), ("Password", password));
    }

    public Task<HttpResponseMessage> SignInAsync(string address, string password = Password, string returnUrl = "") =>
        Client.SubmitAsync("/sign-in", "/sign-in", ("Email", address), ("Password", password), ("ReturnUrl", returnUrl));

    /// <summary>Whether pages for signed-in people open.</summary>
    public async Task<bool> IsSignedInAsync()
    {
        using var answer = await Client.GetAsync("/account");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex(@"http://localhost/(confirm|reset-password)\?\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}

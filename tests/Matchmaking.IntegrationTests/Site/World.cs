using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.IntegrationTests.Site;

/// <summary>Puts people, firms, agencies and listings into the database of a site, through the entities' own methods.</summary>
public sealed class World(SiteFactory site)
{
    private static int counter;

    public sealed record Member(Guid UserId, CompanyId Company);

    public async Task<Guid> PersonAsync(string name = "Kim Minji", LanguageCode language = LanguageCode.Ko)
    {
        var mail = $"person{Interlocked.Increment(ref counter)}@example.com";
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            DisplayName = name,
            UserName = mail,
            NormalizedUserName = mail.ToUpperInvariant(),
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            EmailConfirmed = true,
            Language = language,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        await AddAsync(user);
        return user.Id;
    }

    public async Task<Guid> AdministratorAsync()
    {
        var id = await PersonAsync("Admin", LanguageCode.En);
        await site.WithDatabaseAsync(db =>
            db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(user => user.SetProperty(item => item.IsAdministrator, true))
        );
        return id;
    }

    /// <summary>A firm with one owner.</summary>
    public async Task<Member> FirmAsync(Country country, string name, MembershipRole role = MembershipRole.Owner)
    {
        var user = await PersonAsync(language: country.Language());
        var company = Company.Register(
            country,
            NextNumber(country),
            new CompanyProfile { Names = new LocalizedText(name, name, name), Sector = "batteries" },
            new ContactDetails(name, "sales@example.com", "+82 2-555-0100"),
            site.Clock.GetUtcNow().UtcDateTime
        );
        await AddAsync(company);
        await AddAsync(
            new Membership
            {
                UserId = user,
                CompanyId = company.Id,
                Role = role,
            }
        );
        return new Member(user, company.Id);
    }

    /// <summary>One more person in a firm that is there already.</summary>
    public async Task<Guid> ColleagueAsync(CompanyId company, string name, MembershipRole role)
    {
        var user = await PersonAsync(name);
        await AddAsync(
            new Membership
            {
                UserId = user,
                CompanyId = company,
                Role = role,
            }
        );
        return user;
    }

    public async Task<Guid> ReviewerAsync(Country country)
    {
        var user = await PersonAsync(language: country.Language());
        var agency = new Agency { Country = country, Names = new LocalizedText("贸易促进中心", "무역진흥센터", "Trade Centre") };
        await AddAsync(agency);
        await AddAsync(new Membership { UserId = user, AgencyId = agency.Id });
        return user;
    }

    public async Task<ListingId> PublishedAsync(Member owner, ListingKind kind, ListingContent content)
    {
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var listing = Listing.Draft(owner.Company, kind, content, owner.UserId, now);
        _ =
            listing.Submit(owner.UserId, now).Succeeded && listing.StartReview().Succeeded && listing.Publish(now).Succeeded
                ? true
                : throw new InvalidOperationException("The listing could not be published.");
        await AddAsync(listing);
        return listing.Id;
    }

    public async Task<ListingId> SubmittedAsync(Member owner, int minutesLater = 0, string title = "수산화리튬")
    {
        var now = site.Clock.GetUtcNow().UtcDateTime.AddMinutes(minutesLater);
        var content = new ListingContent
        {
            Language = LanguageCode.Ko,
            Title = title,
            Text = "월 40톤",
        };
        var listing = Listing.Draft(owner.Company, ListingKind.Offer, content, owner.UserId, now);
        _ = listing.Submit(owner.UserId, now).Succeeded ? true : throw new InvalidOperationException("The listing could not be submitted.");
        await AddAsync(listing);
        return listing.Id;
    }

    public Task<int> AddAsync<TEntity>(TEntity entity)
        where TEntity : class =>
        site.WithDatabaseAsync(async db =>
        {
            db.Add(entity);
            return await db.SaveChangesAsync();
        });

    /// <summary>The next well-formed number: the last digits are counted up until the check digits agree.</summary>
    internal static RegistrationNumber NextNumber(Country country)
    {
        while (true)
        {
            var next = Interlocked.Increment(ref counter);
            var text = country == Country.KR ? $"1{next:D9}" : $"91310000{next:D8}";
            var parsed = country == Country.KR ? RegistrationNumber.Parse(country, text) : WithCheckCharacters(text);
            if (parsed.Succeeded)
            {
                return parsed.Value;
            }
        }
    }

    private static Result<RegistrationNumber> WithCheckCharacters(string body)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        return Alphabet
                .SelectMany(organisation => Alphabet.Select(check => RegistrationNumber.Parse(Country.CN, $"{body}{organisation}{check}")))
                .FirstOrDefault(parsed => parsed.Succeeded)
            ?? RegistrationNumber.Parse(Country.CN, body);
    }
}

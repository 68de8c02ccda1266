using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;

namespace Matchmaking.Core.Listings.Import;

internal static class FirmWriting
{
    public static Company Create(FirmPlan plan, DateTime now)
    {
        var empty = new CompanyProfile { Names = new LocalizedText(string.Empty, string.Empty, string.Empty), Sector = Sectors.Other };
        return Company.Register(
            plan.Country,
            plan.RegistrationNumber,
            ProfileOf(empty, plan),
            ContactOf(ContactDetails.None, plan),
            now,
            externalReference: plan.ExternalReference
        );
    }

    public static bool Differs(Company company, FirmPlan plan) =>
        company.Profile != ProfileOf(company.Profile, plan) || company.Contact != ContactOf(company.Contact, plan);

    /// <returns>Whether anything was different.</returns>
    public static bool Update(Company company, FirmPlan plan, DateTime now)
    {
        if (!Differs(company, plan))
        {
            return false;
        }

        company.Edit(ProfileOf(company.Profile, plan), ContactOf(company.Contact, plan), now);
        return true;
    }

    private static CompanyProfile ProfileOf(CompanyProfile before, FirmPlan plan)
    {
        var row = plan.Row;
        var names = new LocalizedText(
            Kept(row.Names.Zh, before.Names.Zh),
            Kept(row.Names.Ko, before.Names.Ko),
            Kept(row.Names.En, before.Names.En)
        );
        // A page needs something to call the firm by.
        var nameless = names.For(LanguageCode.En).Length == 0;
        return before with
        {
            Names = nameless ? names with { En = plan.ExternalReference ?? plan.RegistrationNumber!.ToString() } : names,
            Sector = row.Sector.Length == 0 ? before.Sector : SectorNames.Find(row.Sector),
            Region = row.Region.Length == 0 ? before.Region : RegionNames.Find(plan.Country, row.Region),
            Website = Kept(row.Website, before.Website),
            About = Kept(row.About, before.About),
            AboutLanguage =
                row.About.Length == 0 ? before.AboutLanguage
                : LanguageCodes.TryParse(row.AboutLanguage, out var language) ? language
                : Language.LanguageDetector.Detect(row.About),
        };
    }

    private static ContactDetails ContactOf(ContactDetails before, FirmPlan plan)
    {
        var given = ContactDetails.Parse(plan.Country, plan.Row.ContactPerson, plan.Row.ContactEmail, plan.Row.ContactPhone).Value;
        return new ContactDetails(Kept(given.Person, before.Person), Kept(given.Email, before.Email), Kept(given.Phone, before.Phone));
    }

    private static string Kept(string given, string before) => string.IsNullOrWhiteSpace(given) ? before : given.Trim();
}

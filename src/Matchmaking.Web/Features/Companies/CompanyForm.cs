using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;

namespace Matchmaking.Web.Features.Companies;

/// <summary>A firm as it is entered and edited.</summary>
public sealed class CompanyForm
{
    [EnumDataType(typeof(Country))]
    public Country Country { get; set; }

    [StringLength(40)]
    public string? RegistrationNumber { get; set; }

    [StringLength(CompanyLimits.Name)]
    public string? NameZh { get; set; }

    [StringLength(CompanyLimits.Name)]
    public string? NameKo { get; set; }

    [Required, StringLength(CompanyLimits.Name)]
    public string? NameLatin { get; set; }

    [Required]
    public string? Sector { get; set; }

    [Required]
    public string? Region { get; set; }

    [StringLength(CompanyLimits.Website)]
    public string? Website { get; set; }

    [StringLength(CompanyLimits.About)]
    public string? About { get; set; }

    [EnumDataType(typeof(LanguageCode))]
    public LanguageCode AboutLanguage { get; set; }

    [Required, StringLength(CompanyLimits.Name)]
    public string? ContactPerson { get; set; }

    [Required, StringLength(CompanyLimits.Email)]
    public string? ContactEmail { get; set; }

    [StringLength(CompanyLimits.Phone)]
    public string? ContactPhone { get; set; }

    public bool SimilarNameAccepted { get; set; }

    /// <summary>The profile's revision that an edit started from.</summary>
    public int Revision { get; set; }

    public bool IsNew => Revision == 0;

    public static CompanyForm Of(CompanyView company) =>
        new()
        {
            Country = company.Country,
            RegistrationNumber = company.RegistrationNumber?.ToString(),
            NameZh = company.Profile.Names.Zh,
            NameKo = company.Profile.Names.Ko,
            NameLatin = company.Profile.Names.En,
            Sector = company.Profile.Sector,
            Region = company.Profile.Region,
            Website = company.Profile.Website,
            About = company.Profile.About,
            AboutLanguage = company.Profile.AboutLanguage,
            ContactPerson = company.Contact?.Person,
            ContactEmail = company.Contact?.Email,
            ContactPhone = company.Contact is { Phone.Length: > 0 } contact ? PhoneNumber.Display(contact.Phone) : null,
            Revision = company.ProfileRevision,
        };

    public CompanyInput ToInput() =>
        new()
        {
            Country = Country,
            RegistrationNumber = RegistrationNumber ?? string.Empty,
            NameZh = NameZh ?? string.Empty,
            NameKo = NameKo ?? string.Empty,
            NameLatin = NameLatin ?? string.Empty,
            Sector = Sector ?? string.Empty,
            Region = Region ?? string.Empty,
            Website = Website ?? string.Empty,
            About = About ?? string.Empty,
            AboutLanguage = AboutLanguage,
            ContactPerson = ContactPerson ?? string.Empty,
            ContactEmail = ContactEmail ?? string.Empty,
            ContactPhone = ContactPhone ?? string.Empty,
            SimilarNameAccepted = SimilarNameAccepted,
        };
}

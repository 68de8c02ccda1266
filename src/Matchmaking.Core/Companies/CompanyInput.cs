using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>What a person enters about a firm, as typed.</summary>
public sealed record CompanyInput
{
    public Country Country { get; init; }

    public string RegistrationNumber { get; init; } = string.Empty;

    public string NameZh { get; init; } = string.Empty;

    public string NameKo { get; init; } = string.Empty;

    public string NameLatin { get; init; } = string.Empty;

    public string Sector { get; init; } = string.Empty;

    public string Region { get; init; } = string.Empty;

    public string Website { get; init; } = string.Empty;

    public string About { get; init; } = string.Empty;

    public LanguageCode AboutLanguage { get; init; }

    public string ContactPerson { get; init; } = string.Empty;

    public string ContactEmail { get; init; } = string.Empty;

    public string ContactPhone { get; init; } = string.Empty;

    /// <summary>The person has seen that other firms are called alike, and goes on.</summary>
    public bool SimilarNameAccepted { get; init; }

    /// <summary>Every rule that is broken, each with its field; or the two values that a firm keeps.</summary>
    public Result<(CompanyProfile Profile, ContactDetails Contact)> Check()
    {
        var profile = new CompanyProfile
        {
            Names = new LocalizedText(NameZh.Trim(), NameKo.Trim(), NameLatin.Trim()),
            Sector = Sector,
            Region = Region,
            Website = Website.Trim(),
            About = About.Trim(),
            AboutLanguage = AboutLanguage,
        };
        var contact = ContactDetails.Parse(Country, ContactPerson, ContactEmail, ContactPhone);
        List<Error> errors = [.. profile.Check(Country), .. contact.Errors];
        return errors.Count == 0 ? (profile, contact.Value) : Result<(CompanyProfile Profile, ContactDetails Contact)>.Failure(errors);
    }
}

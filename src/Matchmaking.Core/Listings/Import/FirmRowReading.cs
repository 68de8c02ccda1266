using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Language;

namespace Matchmaking.Core.Listings.Import;

/// <summary>A row understood: what there is to keep of the firm and of its listings.</summary>
internal sealed record FirmPlan(
    int RowNumber,
    Country Country,
    RegistrationNumber? RegistrationNumber,
    string? ExternalReference,
    FirmRow Row,
    IReadOnlyList<ListingPlan> Listings
);

internal sealed record ListingPlan(string ExternalReference, ListingKind Kind, ListingContent Content);

/// <summary>Turns a row into a plan, or into everything that is wrong with it, with fields named as in the file.</summary>
internal static class FirmRowReading
{
    private const int TitleCut = ListingContent.TitleLimit - 1;

    public static Result<FirmPlan> Read(FirmRow row, DateTime now)
    {
        if (CountryOf(row) is not { } country)
        {
            return ImportErrors.Country;
        }

        var errors = new List<Error>();
        var number = row.RegistrationNumber.Length > 0 ? RegistrationNumber.Parse(country, row.RegistrationNumber) : null;
        errors.AddRange(number?.Errors.Select(error => error with { Field = "registrationNumber" }) ?? []);
        var id = row.Id.Trim();
        if (number is null && id.Length == 0)
        {
            errors.Add(ImportErrors.NoKey);
        }

        errors.AddRange(CheckFirm(row, country));
        var listings = new List<ListingPlan>();
        foreach (var listing in row.Listings)
        {
            var plan = ReadListing(listing, country, now, errors);
            if (listings.Exists(other => other.ExternalReference == plan.ExternalReference))
            {
                errors.Add(ImportErrors.Twice(FieldOf(listing, "id"), plan.ExternalReference));
            }

            listings.Add(plan);
        }

        return errors.Count == 0
            ? new FirmPlan(row.Number, country, number?.Value, id.Length > 0 ? id : null, row, listings)
            : Result<FirmPlan>.Failure(errors);
    }

    /// <summary>As written; else told by the form of the number, else by the region, else by the script of the texts.</summary>
    private static Country? CountryOf(FirmRow row)
    {
        var code = row.Country.Trim().ToUpperInvariant();
        if (code.Length > 0)
        {
            return Enum.TryParse<Country>(code, out var given) && Enum.IsDefined(given) && code.Length == 2 ? given : null;
        }

        foreach (var country in Enum.GetValues<Country>())
        {
            if (RegistrationNumber.Parse(country, row.RegistrationNumber).Succeeded || RegionNames.Find(country, row.Region).Length > 0)
            {
                return country;
            }
        }

        return LanguageDetector.Detect(
            string.Join(' ', row.Listings.Select(listing => listing.Text).Prepend(row.Names.For(LanguageCode.En)))
        ) switch
        {
            LanguageCode.Ko => Country.KR,
            LanguageCode.Zh => Country.CN,
            _ => null,
        };
    }

    private static IEnumerable<Error> CheckFirm(FirmRow row, Country country)
    {
        (string Field, string Value, int Limit)[] texts =
        [
            ("id", row.Id, CompanyLimits.ExternalReference),
            ("names.zh", row.Names.Zh, CompanyLimits.Name),
            ("names.ko", row.Names.Ko, CompanyLimits.Name),
            ("names.en", row.Names.En, CompanyLimits.Name),
            ("website", row.Website, CompanyLimits.Website),
            ("about", row.About, CompanyLimits.About),
            ("contacts.person", row.ContactPerson, CompanyLimits.Name),
            ("contacts.email", row.ContactEmail, CompanyLimits.Email),
        ];
        foreach (var (field, value, limit) in texts)
        {
            if (value.Trim().Length > limit)
            {
                yield return ImportErrors.TooLong(field, limit);
            }
            else if (value.Any(character => char.IsControl(character) && character is not ('\t' or '\r' or '\n')))
            {
                yield return ImportErrors.Unprintable(field);
            }
        }

        if (row.Website.Trim() is { Length: > 0 } website && !CompanyProfile.IsWebAddress(website))
        {
            yield return CompanyErrors.Website with
            {
                Field = "website",
            };
        }

        foreach (var error in ContactDetails.Parse(country, row.ContactPerson, row.ContactEmail, row.ContactPhone).Errors)
        {
            yield return error with
            {
                Field = error == CompanyErrors.Email ? "contacts.email" : "contacts.phone",
            };
        }
    }

    private static ListingPlan ReadListing(ListingRow row, Country country, DateTime now, List<Error> errors)
    {
        var text = row.Text.Trim() is { Length: > 0 } given ? given : row.Title.Trim();
        var modes = new List<CooperationMode>();
        foreach (var code in row.Modes)
        {
            if (CooperationModes.TryParse(code.Trim(), out var mode))
            {
                modes.Add(mode);
            }
            else
            {
                errors.Add(ImportErrors.Unknown(FieldOf(row, "modes"), code));
            }
        }

        DateOnly? validUntil = null;
        if (row.ValidUntil.Trim() is { Length: > 0 } day)
        {
            validUntil = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
                ? parsed
                : null;
            errors.AddRange(validUntil is null ? [ImportErrors.Unknown(FieldOf(row, "validUntil"), day)] : []);
        }

        var language = LanguageCodes.TryParse(row.Language.Trim(), out var named) ? named : LanguageDetector.Detect($"{row.Title} {text}");
        if (row.Language.Trim().Length > 0 && !LanguageCodes.TryParse(row.Language.Trim(), out _))
        {
            errors.Add(ImportErrors.Unknown(FieldOf(row, "language"), row.Language));
        }

        var content = new ListingContent
        {
            Language = language,
            Title = row.Title.Trim() is { Length: > 0 } title ? title : TitleOf(text),
            Text = text,
            HsCodes = [.. row.HsCodes.Select(HsCode).Distinct()],
            Modes = [.. modes.Distinct()],
            Certificates = [.. row.Certificates.Select(item => item.Trim()).Where(item => item.Length > 0).Distinct()],
            Capacity = row.Capacity.Trim(),
            MinimumOrder = row.MinimumOrder.Trim(),
            Regions = [.. row.Regions.Select(region => RegionOf(country.Other(), region)).Distinct()],
            ValidUntil = validUntil,
        };
        if (text.Length == 0)
        {
            errors.Add(ListingErrors.TextMissing with { Field = FieldOf(row, "text") });
        }

        errors.AddRange(
            ListingRules.Check(content, country, now).Select(error => error with { Field = FieldOf(row, FileName(error.Field)) })
        );
        if (row.Id.Length > CompanyLimits.ExternalReference)
        {
            errors.Add(ImportErrors.TooLong(FieldOf(row, "id"), CompanyLimits.ExternalReference));
        }

        return new ListingPlan(row.Id.Trim(), row.Kind, content);
    }

    private static string FieldOf(ListingRow row, string field) =>
        $"{(row.Kind == ListingKind.Offer ? "offers" : "needs")}[{row.Id}].{field}";

    private static string FileName(string? field) =>
        field switch
        {
            nameof(ListingContent.HsCodes) => "hs",
            { Length: > 0 } name => char.ToLowerInvariant(name[0]) + name[1..],
            _ => "id",
        };

    private static string RegionOf(Country country, string text) =>
        RegionNames.Find(country, text) is { Length: > 0 } code ? code : text.Trim();

    /// <summary>Digits alone, and of a longer national code the six that are the same all over the world.</summary>
    private static string HsCode(string text)
    {
        var code = text.Trim().Replace(".", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
        return code.Length > 6 && code.All(char.IsAsciiDigit) ? code[..6] : code;
    }

    /// <summary>The first line, cut between two characters as a reader sees them.</summary>
    private static string TitleOf(string text)
    {
        var line = text.Split('\n', 2)[0].Trim();
        if (line.Length <= ListingContent.TitleLimit)
        {
            return line;
        }

        var starts = StringInfo.ParseCombiningCharacters(line);
        return line[..starts.Last(start => start <= TitleCut)].TrimEnd() + "…";
    }
}

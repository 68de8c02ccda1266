using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Language;

namespace Matchmaking.Core.Listings;

/// <summary>What may stand in a listing at all, draft or not; the same for forms and for files.</summary>
public static class ListingRules
{
    /// <param name="country">The firm's own: the regions are the other side's.</param>
    public static IReadOnlyList<Error> Check(ListingContent content, Country country, DateTime now)
    {
        var errors = new List<Error>();
        CheckText(errors, nameof(content.Title), content.Title, ListingContent.TitleLimit);
        CheckText(errors, nameof(content.Text), content.Text, ListingContent.TextLimit, lines: true);
        CheckText(errors, nameof(content.Capacity), content.Capacity, ListingContent.QuantityLimit);
        CheckText(errors, nameof(content.MinimumOrder), content.MinimumOrder, ListingContent.QuantityLimit);
        CheckCount(errors, nameof(content.HsCodes), content.HsCodes.Count, ListingContent.HsCodesLimit);
        CheckCount(errors, nameof(content.Certificates), content.Certificates.Count, ListingContent.CertificatesLimit);
        foreach (var certificate in content.Certificates)
        {
            CheckText(errors, nameof(content.Certificates), certificate, ListingContent.CertificateLimit);
        }

        CheckCount(errors, nameof(content.StruckConcepts), content.StruckConcepts.Count, ListingContent.StruckConceptsLimit);
        foreach (var concept in content.StruckConcepts)
        {
            CheckText(errors, nameof(content.StruckConcepts), concept, ListingContent.StruckConceptLimit);
        }

        errors.AddRange(content.HsCodes.Where(code => code.Length < 4 || !HsNomenclature.Exists(code)).Select(ListingErrors.UnknownHsCode));
        errors.AddRange(content.Regions.Where(code => !Regions.IsKnown(country.Other(), code)).Select(ListingErrors.UnknownRegion));
        if (content.IsOver(now))
        {
            errors.Add(ListingErrors.AlreadyOver);
        }

        return errors;
    }

    private static void CheckText(List<Error> errors, string field, string text, int limit, bool lines = false)
    {
        if (text.Length > limit)
        {
            errors.Add(ListingErrors.TooLong(field, limit));
        }
        else if (text.Any(character => char.IsControl(character) && !(lines && character is '\n' or '\r' or '\t')))
        {
            errors.Add(ListingErrors.Unprintable(field));
        }
    }

    private static void CheckCount(List<Error> errors, string field, int count, int limit)
    {
        if (count > limit)
        {
            errors.Add(ListingErrors.TooMany(field, limit));
        }
    }
}

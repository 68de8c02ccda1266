using Matchmaking.Core.Common;
using PhoneNumbers;

namespace Matchmaking.Core.Companies;

/// <summary>A telephone number with its country code. Whether it rings is not known: new ranges open faster than tables of them are updated.</summary>
public sealed record PhoneNumber
{
    private const string Extension = ";ext=";

    /// <summary>Seven digits: less are service numbers, which cannot be dialled from the other country.</summary>
    private const ulong ShortestNational = 1_000_000;
    private static readonly PhoneNumberUtil Numbering = PhoneNumberUtil.GetInstance();

    private PhoneNumber(string value) => Value = value;

    /// <summary>E.164, followed by <c>;ext=12</c> where there is an extension.</summary>
    public string Value { get; }

    /// <param name="country">The country whose numbers may be written without a country code.</param>
    public static Result<PhoneNumber> Parse(Country country, string text)
    {
        try
        {
            var number = Numbering.Parse(text, country.ToString());
            return Numbering.IsPossibleNumber(number) && number.NationalNumber >= ShortestNational
                ? new PhoneNumber(
                    Numbering.Format(number, PhoneNumberFormat.E164)
                        + (string.IsNullOrEmpty(number.Extension) ? string.Empty : Extension + number.Extension)
                )
                : CompanyErrors.Phone;
        }
        catch (NumberParseException)
        {
            return CompanyErrors.Phone;
        }
    }

    /// <summary>A stored value as it is written on a business card for abroad: <c>+82 2-555-0100</c>.</summary>
    public static string Display(string stored)
    {
        try
        {
            return Numbering.Format(Numbering.Parse(stored, null), PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return stored;
        }
    }
}

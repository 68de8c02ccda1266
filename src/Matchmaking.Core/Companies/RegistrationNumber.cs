using System.Globalization;
using System.Text;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>
/// A well-formed registration number, normalised: China's Unified Social Credit Code (GB 32100-2015, 18 characters) or Korea's
/// business registration number (10 digits). Well formed never means verified.
/// </summary>
public sealed record RegistrationNumber
{
    private const int MinusSign = 0x2212;
    private const string CreditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] BusinessWeights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

    private RegistrationNumber(string value) => Value = value;

    public string Value { get; }

    /// <summary>Errors: <c>registration-number.length</c>, <c>.character</c>, <c>.all-zero</c>, <c>.check-digit</c>, <c>.organisation-code</c>.</summary>
    public static Result<RegistrationNumber> Parse(Country country, string text)
    {
        var value = Normalise(text);
        var reason = country == Country.CN ? CheckCreditCode(value) : CheckBusinessNumber(value);
        return reason is null
            ? new RegistrationNumber(value)
            : new Error($"registration-number.{reason}", Field: nameof(RegistrationNumber));
    }

    /// <summary>For values that <see cref="Parse"/> let in once.</summary>
    internal static RegistrationNumber FromStored(string value) => new(value);

    public override string ToString() => Value.Length == 10 ? $"{Value[..3]}-{Value[3..5]}-{Value[5..]}" : Value;

    private static string Normalise(string text)
    {
        var value = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var narrow = rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;
            if (!Rune.IsWhiteSpace(narrow) && !IsSeparator(narrow))
            {
                value.Append(Rune.ToUpperInvariant(narrow));
            }
        }

        return value.ToString();
    }

    /// <summary>Hyphens of every kind, and the invisible marks that come along when a number is pasted from a document.</summary>
    private static bool IsSeparator(Rune rune) =>
        rune.Value == MinusSign || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;

    private static string? CheckCreditCode(string code)
    {
        if (code.Length != 18)
        {
            return "length";
        }

        if (code.Any(character => !CreditCodeAlphabet.Contains(character)) || !IsDigits(code.AsSpan(2, 6)))
        {
            return "character";
        }

        if (code.All(character => character == '0'))
        {
            return "all-zero";
        }

        var sum = 0;
        for (int index = 0, weight = 1; index < 17; index++, weight = weight * 3 % 31)
        {
            sum += CreditCodeAlphabet.IndexOf(code[index]) * weight;
        }

        // Weights are the powers of 3 modulo 31; a remainder of 0 stands for itself.
        if (CreditCodeAlphabet[(31 - (sum % 31)) % 31] != code[17])
        {
            return "check-digit";
        }

        return OrganisationCheckCharacter(code.AsSpan(8, 8)) == code[16] ? null : "organisation-code";
    }

    /// <summary>GB 11714-1997: eight characters valued 0–35, weighted, modulo 11.</summary>
    private static char OrganisationCheckCharacter(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var index = 0; index < body.Length; index++)
        {
            var value = char.IsAsciiDigit(body[index]) ? body[index] - '0' : body[index] - 'A' + 10;
            sum += value * OrganisationWeights[index];
        }

        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }

    private static string? CheckBusinessNumber(string number)
    {
        if (number.Length != 10)
        {
            return "length";
        }

        if (!IsDigits(number))
        {
            return "character";
        }

        if (number.All(digit => digit == '0'))
        {
            return "all-zero";
        }

        var sum = (number[8] - '0') * 5 / 10;
        for (var index = 0; index < BusinessWeights.Length; index++)
        {
            sum += (number[index] - '0') * BusinessWeights[index];
        }

        return (10 - (sum % 10)) % 10 == number[9] - '0' ? null : "check-digit";
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}

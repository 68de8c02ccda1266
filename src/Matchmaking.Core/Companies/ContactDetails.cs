using System.Net.Mail;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>Hidden from the other side until both have said yes to a meeting.</summary>
/// <param name="Phone">As <see cref="PhoneNumber.Value"/>, or empty.</param>
public sealed record ContactDetails(string Person, string Email, string Phone)
{
    public static readonly ContactDetails None = new(string.Empty, string.Empty, string.Empty);

    /// <summary>Mail and phone may be empty; what is there is checked, and the phone is read as one of that country unless it says another.</summary>
    public static Result<ContactDetails> Parse(Country country, string person, string email, string phone)
    {
        var errors = new List<Error>();
        email = email.Trim();
        if (email.Length > 0 && !(MailAddress.TryCreate(email, out var address) && address.Address == email))
        {
            errors.Add(CompanyErrors.Email);
        }

        var number = string.IsNullOrWhiteSpace(phone) ? null : PhoneNumber.Parse(country, phone);
        errors.AddRange(number?.Errors ?? []);
        return errors.Count == 0
            ? new ContactDetails(person.Trim(), email, number?.Value.Value ?? string.Empty)
            : Result<ContactDetails>.Failure(errors);
    }
}

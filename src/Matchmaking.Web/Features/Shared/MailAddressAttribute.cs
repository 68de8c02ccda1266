using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Matchmaking.Web.Features.Shared;

/// <summary>An address that every mail server takes: what browsers accept in a mail field, and no more.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class MailAddressAttribute : ValidationAttribute
{
    public MailAddressAttribute() => ErrorMessage = "Please enter a mail address such as name@example.com.";

    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || Address().IsMatch(text);

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();
}

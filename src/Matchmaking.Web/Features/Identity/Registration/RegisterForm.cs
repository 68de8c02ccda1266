using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Identity;
using Matchmaking.Web.Features.Shared;

namespace Matchmaking.Web.Features.Identity.Registration;

public sealed class RegisterForm : ILanguageChoice
{
    [Required, StringLength(IdentityLimits.Name)]
    public string? Name { get; set; }

    [Required, StringLength(IdentityLimits.Email), MailAddress]
    public string? Email
    {
        get;
        set => field = value?.Trim();
    }

    [Required, StringLength(IdentityLimits.Password, MinimumLength = IdentityLimits.PasswordLeast), DataType(DataType.Password)]
    public string? Password { get; set; }

    [EnumDataType(typeof(LanguageCode))]
    public LanguageCode Language { get; set; }
}

public sealed class ResendForm
{
    [Required, StringLength(IdentityLimits.Email), MailAddress]
    public string? Email
    {
        get;
        set => field = value?.Trim();
    }
}

/// <summary>What the link in the confirmation mail carries. Confirming is a button: programs that open links beforehand confirm nothing.</summary>
public sealed class ConfirmForm
{
    public Guid User { get; set; }

    [StringLength(2000)]
    public string? Token { get; set; }
}

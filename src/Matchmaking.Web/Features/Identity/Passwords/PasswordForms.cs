using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Identity;
using Matchmaking.Web.Features.Shared;

namespace Matchmaking.Web.Features.Identity.Passwords;

public sealed class ForgottenPasswordForm
{
    [Required, StringLength(IdentityLimits.Email), MailAddress]
    public string? Email
    {
        get;
        set => field = value?.Trim();
    }
}

public sealed class ResetPasswordForm
{
    public Guid User { get; set; }

    [StringLength(2000)]
    public string? Token { get; set; }

    [Required, StringLength(IdentityLimits.Password, MinimumLength = IdentityLimits.PasswordLeast), DataType(DataType.Password)]
    public string? Password { get; set; }
}

public sealed class ChangePasswordForm
{
    [Required, StringLength(IdentityLimits.Password), DataType(DataType.Password)]
    public string? CurrentPassword { get; set; }

    [Required, StringLength(IdentityLimits.Password, MinimumLength = IdentityLimits.PasswordLeast), DataType(DataType.Password)]
    public string? Password { get; set; }
}

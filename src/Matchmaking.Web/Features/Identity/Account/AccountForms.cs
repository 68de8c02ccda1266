using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Identity;
using Matchmaking.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Matchmaking.Web.Features.Identity.Account;

public sealed class PersonForm : ILanguageChoice
{
    [Required, StringLength(IdentityLimits.Name)]
    public string? Name { get; set; }

    [EnumDataType(typeof(LanguageCode))]
    public LanguageCode Language { get; set; }

    /// <summary>Shown only.</summary>
    [BindNever]
    public string? Email { get; set; }
}

public sealed class AuthenticatorForm
{
    [Required, StringLength(12)]
    public string? Code { get; set; }
}

/// <summary>Asked again before the second step is taken away: an unlocked screen is not enough for that.</summary>
public sealed class PasswordAgainForm
{
    [Required, StringLength(IdentityLimits.Password), DataType(DataType.Password)]
    public string? CurrentPassword { get; set; }
}

public sealed class NewPasskeyForm
{
    [Required, StringLength(20_000)]
    public string? Credential { get; set; }

    [StringLength(IdentityLimits.PasskeyName)]
    public string? Name { get; set; }
}

public sealed class PasskeyForm
{
    /// <summary>The credential's identifier, base64url.</summary>
    [Required, StringLength(1400)]
    public string? Id { get; set; }

    [StringLength(IdentityLimits.PasskeyName)]
    public string? Name { get; set; }
}

/// <param name="MayAddPasskey">The sign-in is young enough for it.</param>
public sealed record SecurityPage(bool HasAuthenticator, int RecoveryCodesLeft, IReadOnlyList<PasskeyRow> Passkeys, bool MayAddPasskey);

public sealed record PasskeyRow(string Id, string Name, DateTime CreatedAt);

/// <param name="Key">In groups of four, to be typed by hand.</param>
/// <param name="Qr">The key as an authenticator app scans it.</param>
public sealed record AuthenticatorPage(string Key, QrCode Qr);

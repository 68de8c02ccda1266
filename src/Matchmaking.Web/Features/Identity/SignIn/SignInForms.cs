using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Identity;

namespace Matchmaking.Web.Features.Identity.SignIn;

public sealed class SignInForm
{
    [Required, StringLength(IdentityLimits.Email)]
    public string? Email
    {
        get;
        set => field = value?.Trim();
    }

    [Required, StringLength(IdentityLimits.Password), DataType(DataType.Password)]
    public string? Password { get; set; }

    public bool Remember { get; set; }

    public string? ReturnUrl { get; set; }
}

/// <summary>The second step: a code of the authenticator app, or one of the recovery codes.</summary>
public sealed class CodeForm
{
    [Required, StringLength(40)]
    public string? Code { get; set; }

    public bool Remember { get; set; }

    /// <summary>Asks for no code on this device for two weeks.</summary>
    public bool TrustDevice { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary>People type codes as they are shown: in groups.</summary>
    public string Bare => string.Concat((Code ?? string.Empty).Where(sign => !char.IsWhiteSpace(sign)));
}

public sealed class PasskeySignInForm
{
    /// <summary>What the browser answered, as JSON.</summary>
    [Required, StringLength(20_000)]
    public string? Credential { get; set; }

    public string? ReturnUrl { get; set; }
}

/// <param name="Demonstration">Empty outside Development.</param>
public sealed record SignInPage(SignInForm Form, bool OffersConfirmation, IReadOnlyList<DemonstrationChoice> Demonstration)
{
    /// <summary>By somebody who is signed in.</summary>
    public bool IsAgain { get; init; }
}

public sealed record DemonstrationChoice(string Email, string Part, string Name);

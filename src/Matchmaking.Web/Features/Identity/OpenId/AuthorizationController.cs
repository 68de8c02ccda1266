using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Members;
using Matchmaking.Core.Identity;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Matchmaking.Web.Security.OpenId;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Matchmaking.Web.Features.Identity.OpenId;

/// <summary>Asks a person whether another system may know them or act for them. It asks each time: no consent is remembered.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AuthorizationController(
    CurrentActor current,
    ListOwnMemberships memberships,
    IOpenIddictApplicationManager applications,
    SignInManager<AppUser> signIn,
    TimeProvider clock
) : Controller
{
    /// <summary>Of our own, in the address of the question: who answers it must have signed in after that time.</summary>
    private const string ProvenAfter = "proven_after";

    /// <summary>Seconds, far more than any sign-in lasts.</summary>
    private const long OldestAge = 1_000_000_000;

    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    [HttpGet(OpenIdAddresses.Authorize)]
    public async Task<IActionResult> Ask(CancellationToken cancellationToken)
    {
        var request = HttpContext.GetOpenIddictServerRequest()!;
        var actor = await current.GetAsync(cancellationToken);
        if (request.HasPromptValue(PromptValues.None))
        {
            return Refuse(actor is null ? Errors.LoginRequired : Errors.ConsentRequired);
        }

        if (actor is null)
        {
            return Challenge(new AuthenticationProperties { RedirectUri = Address(provenAfter: null) });
        }

        if (await ProvenTooEarlyAsync(request) is { } after)
        {
            return LocalRedirect(SignInAge.AgainAt(Address(after)));
        }

        var application = await applications.FindByClientIdAsync(request.ClientId!, cancellationToken);
        var acting = await ActingAsync(actor, cancellationToken);
        return View(
            "Consent",
            new ConsentPage(
                (await applications.GetDisplayNameAsync(application!, cancellationToken))!,
                new Uri(request.RedirectUri!).Host,
                actor.Name,
                acting?.Id,
                acting?.Names.For(ReaderLanguage.Current),
                [.. request.GetScopes()],
                [.. Request.Query.SelectMany(item => item.Value, (item, value) => KeyValuePair.Create(item.Key, value ?? string.Empty))]
            )
        );
    }

    /// <summary>The form's own answer, or that page asked for by POST: only the former comes with a token against forgery.</summary>
    [HttpPost(OpenIdAddresses.Authorize)]
    public async Task<IActionResult> Answer(bool allow, string? acting, CancellationToken cancellationToken)
    {
        if (!allow)
        {
            return Refuse(Errors.AccessDenied);
        }

        var request = HttpContext.GetOpenIddictServerRequest()!;
        var actor = await current.GetAsync(cancellationToken);
        var user = actor is null ? null : await signIn.UserManager.FindByIdAsync(actor.UserId.ToString());
        if (actor is null || user is null)
        {
            return Refuse(Errors.LoginRequired);
        }

        var membership = (await ActingAsync(actor, cancellationToken))?.Id;
        if (acting != membership?.ToString())
        {
            // Another firm was chosen meanwhile, in another window.
            return Refuse(Errors.ConsentRequired);
        }

        var proven = await HttpContext.ProvenAtAsync();
        return SignIn(OpenIdPrincipal.Of(user, membership, request.GetScopes()).Proven(proven), Scheme);
    }

    /// <summary>A link alone ends no session: whoever has to sign in again is signed in until they have.</summary>
    /// <returns>After when they must have signed in; null where they have.</returns>
    private async Task<DateTimeOffset?> ProvenTooEarlyAsync(OpenIddictRequest request)
    {
        var proven = await HttpContext.ProvenAtAsync();
        var now = clock.GetUtcNow();
        var isAsked =
            request.HasPromptValue(PromptValues.Login)
            || (request.MaxAge is { } seconds && !(proven >= now - TimeSpan.FromSeconds(Math.Clamp(seconds, 0, OldestAge))));
        return isAsked ? now
            : SignInAge.Read(Request.Query[ProvenAfter]) is { } after && !(proven >= after) ? after
            : null;
    }

    private async Task<OwnMembership?> ActingAsync(Actor actor, CancellationToken cancellationToken) =>
        (await memberships.ExecuteAsync(actor, cancellationToken)).FirstOrDefault(item => item.IsActing);

    private ForbidResult Refuse(string error) =>
        Forbid(new AuthenticationProperties { Items = { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error } }, Scheme);

    /// <summary>Of the question, once the demand for a sign-in is met.</summary>
    private string Address(DateTimeOffset? provenAfter)
    {
        var kept = Request.Query.Where(item => item.Key is not (Parameters.Prompt or Parameters.MaxAge or ProvenAfter));
        var address = QueryString.Create(kept);
        return OpenIdAddresses.Authorize
            + (provenAfter is { } time ? address.Add(ProvenAfter, $"{time.ToUnixTimeMilliseconds()}") : address);
    }
}

/// <param name="Acting">Sent back with the answer, which counts for nobody else.</param>
/// <param name="ActingFor">The firm or agency that the tokens will stand for, or null.</param>
/// <param name="Parameters">Of the request, to be sent again with the answer.</param>
public sealed record ConsentPage(
    string Client,
    string Host,
    string Person,
    MembershipId? Acting,
    string? ActingFor,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<KeyValuePair<string, string>> Parameters
);

using Microsoft.AspNetCore;

namespace Matchmaking.Web.Security;

/// <summary>What browsers are told not to do with our pages. Nothing is loaded from elsewhere, so nothing is allowed from elsewhere.</summary>
internal static class SecurityHeaders
{
    public static void AddSiteSecurityHeaders(this IServiceCollection services)
    {
        var policy = Policy();
        services
            .AddSecurityHeaderPolicies()
            .SetDefaultPolicy(policy)
            .SetPolicySelector(context => LeadsTo(context.HttpContext) is { } address ? Policy(address) : policy);
    }

    public static void UseSiteSecurityHeaders(this WebApplication app) => app.UseSecurityHeaders();

    /// <summary>Browsers hold a form's redirect to the rule for forms: an answer to the consent page goes on to the system that asked.</summary>
    private static string? LeadsTo(HttpContext context) =>
        context.GetOpenIddictServerRequest() is { } request
        && Uri.TryCreate(request.RedirectUri ?? request.PostLogoutRedirectUri, UriKind.Absolute, out var uri)
            ? uri.Scheme is "http" or "https"
                ? uri.GetLeftPart(UriPartial.Authority)
                : $"{uri.Scheme}:"
            : null;

    private static HeaderPolicyCollection Policy(string? formTarget = null) =>
        new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            // Reset links carry a token: no address leaves the site, not even its beginning.
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().Self();
                policy.AddObjectSrc().None();
                policy.AddBaseUri().None();
                var form = policy.AddFormAction().Self();
                if (formTarget is not null)
                {
                    form.From(formTarget);
                }

                policy.AddFrameAncestors().None();
            })
            .AddPermissionsPolicy(policy =>
            {
                policy.AddCamera().None();
                policy.AddGeolocation().None();
                policy.AddMicrophone().None();
                policy.AddPayment().None();
                policy.AddUsb().None();
            })
            .RemoveServerHeader();
}

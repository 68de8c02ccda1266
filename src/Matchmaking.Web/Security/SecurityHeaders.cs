namespace Matchmaking.Web.Security;

/// <summary>What browsers are told not to do with our pages. Nothing is loaded from elsewhere, so nothing is allowed from elsewhere.</summary>
internal static class SecurityHeaders
{
    public static void UseSiteSecurityHeaders(this WebApplication app) =>
        app.UseSecurityHeaders(
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
                    policy.AddFormAction().Self();
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
                .RemoveServerHeader()
        );
}

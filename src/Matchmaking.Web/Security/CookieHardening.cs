using Matchmaking.Core.Identity;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Web.Security;

/// <summary>One policy for every cookie that leaves: no script reads it, no foreign form sends it, no plain line carries it.</summary>
internal static class CookieHardening
{
    public static void AddCookieHardening(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var isPlain =
            environment.IsDevelopment() || environment.IsEnvironment("Testing") || SiteAddress.Configured(configuration)?.Scheme == "http";
        services.Configure<CookiePolicyOptions>(options =>
        {
            options.HttpOnly = HttpOnlyPolicy.Always;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
            options.Secure = isPlain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.Cookie.Name = "matchmaking";
            options.ExpireTimeSpan = TimeSpan.FromDays(14);
            options.SlidingExpiration = true;
            options.ForwardDefaultSelector = context =>
                context.Request.IsApi() && context.Request.HasToken() ? ApiRequests.TokenScheme : null;
            // Programs are told which header is missing; only people are led to the form.
            options.Events.OnRedirectToLogin = context =>
            {
                if (context.Request.IsApi())
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    context.Response.Headers.WWWAuthenticate = "Bearer";
                }
                else
                {
                    context.Response.Redirect(context.RedirectUri);
                }

                return Task.CompletedTask;
            };
            // What somebody may not see is not there, and never a redirect.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
            options.Events.OnSigningIn = context =>
            {
                var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
                SignInAge.Mark(context.Properties, clock.GetUtcNow());
                return Task.CompletedTask;
            };
            options.Events.OnSignedIn = async context =>
            {
                var users = context.HttpContext.RequestServices.GetRequiredService<UserManager<AppUser>>();
                if (await users.GetUserAsync(context.Principal!) is { } user)
                {
                    context.Response.SetLanguage(user.Language);
                }
            };
        });
        // A changed password or "sign out everywhere else" reaches the other devices within this time.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
    }
}

using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Web.Security;

internal static class SecurityRegistration
{
    public static IServiceCollection AddSiteSecurity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddScoped<IAuthorizationHandler, ActorRequirementHandler>();
        services
            .AddIdentityCore<AppUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedEmail = true;
                options.Password.RequiredLength = 10;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/sign-in";
            // What somebody may not see is not there, and never a redirect.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
            options.Cookie.Name = "matchmaking";
        });
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Company, policy => policy.AddRequirements(new ActorRequirement(actor => actor.CompanyId is not null)))
            .AddPolicy(
                Policies.CompanyOwner,
                policy => policy.AddRequirements(new ActorRequirement(actor => actor.CompanyId is not null && actor.IsOwner))
            )
            .AddPolicy(Policies.Agency, policy => policy.AddRequirements(new ActorRequirement(actor => actor.AgencyId is not null)))
            .AddPolicy(Policies.Administrator, policy => policy.AddRequirements(new ActorRequirement(actor => actor.IsAdministrator)));
        return services;
    }
}

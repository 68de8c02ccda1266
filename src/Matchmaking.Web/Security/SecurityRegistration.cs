using Matchmaking.Core.Companies.Clients;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Web.Features.Identity;
using Matchmaking.Web.Features.Identity.SignIn;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Security.OpenId;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Web.Security;

internal static class SecurityRegistration
{
    public static IServiceCollection AddSiteSecurity(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddScoped<IAuthorizationHandler, ActorRequirementHandler>();
        services.AddSingleton<IAuthorizationHandler, ScopeRequirementHandler>();
        services
            .AddIdentityCore<AppUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // Addresses are checked by the forms, and narrower.
                options.User.AllowedUserNameCharacters = string.Empty;
                options.SignIn.RequireConfirmedEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                options.Password.RequiredLength = IdentityLimits.PasswordLeast;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<AppDbContext>()
            .AddPasswordValidator<GuessablePasswords>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            var site = SiteAddress.Configured(configuration);
            options.ServerDomain = site?.Host;
            options.ValidateOrigin = context =>
                ValueTask.FromResult(!context.CrossOrigin && context.Origin == OriginOf(site, context.HttpContext.Request));
        });
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddCookieHardening(configuration, environment);
        services.AddOpenId(configuration, environment);
        services.AddRateLimits(configuration);
        services.AddScoped<PasswordSignIn>().AddScoped<PasskeyCeremony>().AddScoped<DemonstrationPanel>();
        var authorization = services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Company, policy => policy.AddRequirements(new ActorRequirement(actor => actor.CompanyId is not null)))
            .AddPolicy(
                Policies.CompanyOwner,
                policy => policy.AddRequirements(new ActorRequirement(actor => actor.CompanyId is not null && actor.IsOwner))
            )
            .AddPolicy(Policies.Agency, policy => policy.AddRequirements(new ActorRequirement(actor => actor.AgencyId is not null)))
            .AddPolicy(Policies.ApiClients, policy => policy.AddRequirements(new ActorRequirement(ApiClients.MayManage)))
            .AddPolicy(Policies.Administrator, policy => policy.AddRequirements(new ActorRequirement(actor => actor.IsAdministrator)));
        foreach (var scope in ApiScopes.All)
        {
            authorization.AddPolicy(scope, policy => policy.AddRequirements(new ScopeRequirement(scope)));
        }

        return services;
    }

    private static string OriginOf(Uri? site, HttpRequest request) =>
        site?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
}

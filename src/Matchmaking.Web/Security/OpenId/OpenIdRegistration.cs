using System.Security.Cryptography;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Matchmaking.Web.Security.OpenId;

/// <summary>
/// OpenID Connect for other systems, in the same host. Tokens are written and read with the keys of data protection, which the nodes share
/// already and which renew themselves; only identity tokens, which others check, need the signing keys.
/// </summary>
internal static class OpenIdRegistration
{
    public static IServiceCollection AddOpenId(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services
            .AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<AppDbContext>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server
                    .SetAuthorizationEndpointUris(OpenIdAddresses.Authorize)
                    .SetTokenEndpointUris(OpenIdAddresses.Token)
                    .SetUserInfoEndpointUris(OpenIdAddresses.UserInfo)
                    .SetEndSessionEndpointUris(OpenIdAddresses.EndSession)
                    .SetRevocationEndpointUris(OpenIdAddresses.Revoke)
                    .AllowAuthorizationCodeFlow()
                    .RequireProofKeyForCodeExchange()
                    .AllowRefreshTokenFlow()
                    .AllowClientCredentialsFlow()
                    .RegisterScopes([Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.OfflineAccess, .. ApiScopes.All])
                    // Never used, since data protection encrypts; the server does not start without one.
                    .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
                    .Configure(options =>
                    {
                        // An answer as a form would need a script in the page, which the site's headers forbid.
                        options.ResponseModes.IntersectWith([ResponseModes.Query]);
                        options.CodeChallengeMethods.IntersectWith([CodeChallengeMethods.Sha256]);
                    });
                server.UseDataProtection();
                if (SiteAddress.Configured(configuration) is { } address)
                {
                    server.SetIssuer(address);
                }

                var host = server
                    .UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    .EnableStatusCodePagesIntegration();
                if (environment.IsDevelopment())
                {
                    host.DisableTransportSecurityRequirement();
                }
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseDataProtection();
                // So that a revoked token is refused at once.
                validation.EnableTokenEntryValidation().EnableAuthorizationEntryValidation();
                validation.UseAspNetCore().DisableAccessTokenExtractionFromBodyForm().DisableAccessTokenExtractionFromQueryString();
            });
        services.AddOutboxHandler<TokenRevocation>(TokenRevocation.Name, IdentityEvents.PasswordChanged, IdentityEvents.SessionsEnded);
        services.AddOptions<OpenIdOptions>().BindConfiguration("OpenId").ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenIdOptions>, OpenIdOptionsCheck>();
        return services;
    }
}

internal static class OpenIdAddresses
{
    public const string Authorize = "/connect/authorize";
    public const string Token = "/connect/token";
    public const string UserInfo = "/connect/userinfo";
    public const string EndSession = "/connect/end-session";
    public const string Revoke = "/connect/revoke";
}

using Matchmaking.Web.Security.OpenId;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace Matchmaking.Web.Security.Keys;

/// <summary>
/// All keys lie in the database, so that every node has the same. Section <c>DataProtection</c> names the certificate that encrypts them
/// there; without one they lie as they are.
/// </summary>
internal static class KeyRegistration
{
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("matchmaking");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new ProtectionKeyRepository(scopes));
        if (KeyCertificates.From(configuration) is { Count: > 0 } certificates)
        {
            protection.ProtectKeysWithCertificate(certificates[0]).UnprotectKeysWithAnyCertificate([.. certificates]);
        }

        services.AddSingleton<SigningKeys>().AddScoped<RenewSigningKeys>().AddHostedService<KeyUpkeep>();
        services
            .AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<SigningKeys>())
            .AddOptions<OpenIddictServerOptions>()
            .Configure<SigningKeys>((options, keys) => options.SigningCredentials.AddRange(keys.Current));
        return services;
    }
}

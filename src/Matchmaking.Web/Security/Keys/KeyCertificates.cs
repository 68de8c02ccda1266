using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Matchmaking.Web.Security.Keys;

/// <summary>The certificates that encrypt the keys in the database: files with the private key, in PKCS#12 or, as <c>*.pem</c>, in PEM.</summary>
internal static class KeyCertificates
{
    private const string Present = "DataProtection:Certificate";
    private const string Former = "DataProtection:FormerCertificates";

    /// <returns>First the one that encrypts, then those that only decrypt; empty when none is configured.</returns>
    public static IReadOnlyList<X509Certificate2> From(IConfiguration configuration)
    {
        var password = configuration["DataProtection:Password"];
        var former = configuration.GetSection(Former).GetChildren().Select(item => (item.Path, File: item.Value)).ToList();
        if (configuration[Present] is not { Length: > 0 } present)
        {
            return former.Count == 0
                ? []
                : throw new InvalidOperationException($"{Former} is set and {Present} is not: nothing would encrypt new keys.");
        }

        return [.. former.Prepend((Path: Present, File: present)).Select(item => Load(item.Path, item.File!, password))];
    }

    private static X509Certificate2 Load(string key, string file, string? password)
    {
        try
        {
            var certificate = Path.GetExtension(file).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? LoadPem(file, password)
                : X509CertificateLoader.LoadPkcs12FromFile(file, password);
            using var privateKey = certificate.GetRSAPrivateKey();
            return privateKey is null ? throw new CryptographicException("it holds no private RSA key") : certificate;
        }
        catch (Exception exception)
            when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidOperationException($"{key} '{file}' cannot be used: {exception.Message}", exception);
        }
    }

    private static X509Certificate2 LoadPem(string file, string? password) =>
        string.IsNullOrEmpty(password)
            ? X509Certificate2.CreateFromPemFile(file)
            : X509Certificate2.CreateFromEncryptedPemFile(file, password);
}

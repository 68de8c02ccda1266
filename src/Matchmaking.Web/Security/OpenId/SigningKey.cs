using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Matchmaking.Web.Security.OpenId;

/// <summary>The key that signs identity tokens: a PEM file beside the keys of data protection, made by whichever node comes first.</summary>
internal static class SigningKey
{
    private const int Bits = 3072;

    public static SigningCredentials In(string folder)
    {
        var path = Path.Combine(folder, "openid-signing.pem");
        if (!File.Exists(path))
        {
            Create(path);
        }

        var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The signing key {path} cannot be read: {exception.Message}", exception);
        }

        return new SigningCredentials(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha256);
    }

    /// <summary>Moved into place as a whole, and never over a key that another node has put there meanwhile.</summary>
    private static void Create(string path)
    {
        using var key = RSA.Create(Bits);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new StreamWriter(draft, options))
        {
            file.Write(key.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}

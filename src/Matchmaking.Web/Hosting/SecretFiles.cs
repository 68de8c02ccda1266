namespace Matchmaking.Web.Hosting;

internal static class SecretFiles
{
    /// <summary>
    /// Each file of <c>Secrets:Folder</c> is a key: <c>Database__Password</c> holds <c>Database:Password</c>. It comes before all other
    /// sources. A folder that is not there holds none.
    /// </summary>
    public static void AddSecretFiles(this ConfigurationManager configuration) =>
        configuration.AddKeyPerFile(Path.GetFullPath(configuration["Secrets:Folder"] ?? "/run/secrets"), optional: true);
}

namespace Matchmaking.Web.Hosting;

/// <summary>Where the embedded database, the index and the mail are kept: <c>Data:Folder</c>, relative to where the site was started.</summary>
public sealed record DataFolder(string Path)
{
    public static DataFolder From(IConfiguration configuration)
    {
        var path = System.IO.Path.GetFullPath(configuration["Data:Folder"] ?? ".data");
        Directory.CreateDirectory(path);
        return new DataFolder(path);
    }

    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}

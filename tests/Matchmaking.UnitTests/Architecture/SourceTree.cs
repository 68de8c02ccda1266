namespace Matchmaking.UnitTests.Architecture;

/// <summary>The files of the repository as they lie on the disk, without what is built or generated.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <param name="Path">From the root, with forward slashes.</param>
    public sealed record SourceFile(string Path, string Text)
    {
        public int Lines => Text.AsSpan().Count('\n');

        public string Folder => Path[..Path.LastIndexOf('/')];
    }

    public static IReadOnlyList<SourceFile> Files(string folder, params string[] endings) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Intersect(["bin", "obj", "Migrations", "Compiled"]).Any())
                .Where(path => Array.Exists(endings, ending => path.EndsWith(ending, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path)))),
        ];

    private static string Find(string? folder) =>
        folder switch
        {
            null => throw new InvalidOperationException("The tests were not built inside the repository."),
            _ when File.Exists(Path.Combine(folder, "Matchmaking.sln")) => folder,
            _ => Find(Path.GetDirectoryName(folder)),
        };
}

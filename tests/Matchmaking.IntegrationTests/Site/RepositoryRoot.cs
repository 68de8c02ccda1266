namespace Matchmaking.IntegrationTests.Site;

internal static class RepositoryRoot
{
    /// <summary>The folder of the solution that these tests were built in.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder) =>
        folder switch
        {
            null => throw new InvalidOperationException("The tests were not built inside the repository."),
            _ when File.Exists(System.IO.Path.Combine(folder, "Matchmaking.sln")) => folder,
            _ => Find(System.IO.Path.GetDirectoryName(folder)),
        };
}

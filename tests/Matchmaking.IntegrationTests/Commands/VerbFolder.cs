using Matchmaking.Web.Commands;

namespace Matchmaking.IntegrationTests.Commands;

/// <summary>Runs verbs as the command line does, on files in a folder of its own.</summary>
internal sealed class VerbFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-verbs-").FullName;

    public static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await CommandLine.RunAsync(args, output, error), output.ToString(), error.ToString());
    }

    public string Of(string name) => Path.Combine(folder, name);

    public string Write(string name, params string[] lines)
    {
        File.WriteAllLines(Of(name), lines);
        return Of(name);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

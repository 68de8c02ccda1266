using System.Diagnostics;

namespace Matchmaking.IntegrationTests.Site;

/// <summary>The built executable with a verb, as a process of its own with its own configuration.</summary>
internal static class BuiltVerb
{
    public static Task<(int Exit, string Output, string Error)> RunAsync(string folder, params string[] args) =>
        RunAsync(new Dictionary<string, string> { ["Data__Folder"] = folder }, args);

    public static async Task<(int Exit, string Output, string Error)> RunAsync(
        IReadOnlyDictionary<string, string> environment,
        params string[] args
    )
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Matchmaking.Web"), args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}

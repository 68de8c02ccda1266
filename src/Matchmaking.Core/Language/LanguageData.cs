namespace Matchmaking.Core.Language;

/// <summary>Opens the tables that lie beside this code.</summary>
internal static class LanguageData
{
    public static StreamReader Open(string name) => new(OpenBytes(name));

    public static Stream OpenBytes(string name) =>
        typeof(LanguageData).Assembly.GetManifestResourceStream($"Matchmaking.Core.Language.Data.{name}")!;
}

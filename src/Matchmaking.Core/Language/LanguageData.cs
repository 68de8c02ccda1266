namespace Matchmaking.Core.Language;

/// <summary>Opens the tables that lie beside this code.</summary>
internal static class LanguageData
{
    public static StreamReader Open(string name) =>
        new(typeof(LanguageData).Assembly.GetManifestResourceStream($"Matchmaking.Core.Language.Data.{name}")!);
}

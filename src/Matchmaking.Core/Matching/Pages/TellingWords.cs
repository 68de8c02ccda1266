using Matchmaking.Core.Language;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Whether a shared word says something to people: "NCM811" and "300 mm" do, "500" and "mm" by themselves do not.</summary>
public static class TellingWords
{
    public static bool Says(string word) => word.Any(char.IsLetter) && !Numbers.IsUnit(word);
}

using System.Globalization;

namespace Matchmaking.Benchmarks;

/// <summary>
/// What one person asks for in one visit to the list of partners: pages, conditions, and the way back from them. Of the ten requests two
/// are first pages, for which the site has to rank, three are further pages of these two lists, and five are pages that were shown before.
/// </summary>
internal static class Visit
{
    private static readonly string[] Conditions =
    [
        "mode=supply",
        "verified=true",
        "mode=distribution&verified=true",
        "chapter=85",
        "order=newest",
        "mode=joint-research",
    ];

    /// <param name="number">Visits differ by their condition, and every other one goes a page further.</param>
    public static IReadOnlyList<string> Addresses(int number)
    {
        var condition = Conditions[number % Conditions.Length];
        var further = string.Create(CultureInfo.InvariantCulture, $"/partners?page={3 + (number % 2)}");
        return
        [
            "/partners",
            "/partners?page=2",
            further,
            "/partners?page=2",
            "/partners",
            $"/partners?{condition}",
            $"/partners?{condition}&page=2",
            $"/partners?{condition}",
            "/partners",
            "/partners?page=2",
        ];
    }
}

namespace Matchmaking.Core.Language.Lexicon.Training;

/// <summary>Pairs of texts that mean the same in two languages.</summary>
/// <param name="Share">How often the set is drawn: 1 once a round, 0.5 half of it.</param>
public sealed record AlignedSet(string Name, IReadOnlyList<(string Left, string Right)> Pairs, double Share);

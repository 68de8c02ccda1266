namespace Matchmaking.Core.Matching.Scoring;

/// <param name="Weight">How much it says; above 0.</param>
public readonly record struct WeightedTerm(string Text, float Weight);

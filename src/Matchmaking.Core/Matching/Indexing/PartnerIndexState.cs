namespace Matchmaking.Core.Matching.Indexing;

public enum PartnerIndexState
{
    /// <summary>Search finds what was written last.</summary>
    Ready,

    /// <summary>Missing, or written by another version of the product: search finds little or nothing until a rebuild is done.</summary>
    NeedsRebuild,

    /// <summary>The search server is away, or does not let this product in.</summary>
    Unavailable,
}

public enum PartnerGenerationState
{
    Searched,
    Building,

    /// <summary>Replaced, or begun and never finished; dropped later.</summary>
    Kept,
}

/// <param name="Documents">Firms that can be found in it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Schema">What it was written with.</param>
public sealed record PartnerGeneration(string Name, PartnerGenerationState State, long Documents, DateTime CreatedAt, string Schema);

using System.Runtime.InteropServices;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>What speaks for one need and one offer, each in [0, 1], and how it adds up.</summary>
/// <param name="Words">Shared words and concepts.</param>
/// <param name="Meaning">Likeness of the two texts' vectors.</param>
/// <param name="Chain">The one is next to the other in the chain of production.</param>
/// <param name="Code">Agreement of the HS codes.</param>
/// <param name="Mode">A way of working together that both name; 0.5 where one names none.</param>
/// <param name="Certificate">Share of the certificates asked for that are held; 0.5 where none is asked for.</param>
/// <param name="Region">Each is where the other one looks; 0.5 for each that looks anywhere.</param>
/// <param name="Verified">Share of the two firms whose existence is evidenced.</param>
/// <param name="Fresh">How recent the two texts are.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PairSignals(
    double Words,
    double Meaning,
    double Chain,
    double Code,
    double Mode,
    double Certificate,
    double Region,
    double Verified,
    double Fresh
)
{
    /// <summary>What a condition counts that nobody has stated.</summary>
    public const double Unstated = 0.5;

    public const double ModeWeight = 0.30;
    public const double CertificateWeight = 0.25;
    public const double RegionWeight = 0.15;
    public const double VerifiedWeight = 0.20;
    public const double FreshWeight = 0.10;

    /// <summary>All conditions together move a score by a fifth at most: they order what fits, and never make a fit.</summary>
    public const double ConditionShare = 0.2;

    /// <summary>Where the meaning speaks already, the same words say less beside it.</summary>
    private const double WordsShare = 0.6;

    /// <summary>What the two texts say of one thing.</summary>
    public double Text => 1 - (1 - Meaning) * (1 - Words * (Meaning > 0 ? WordsShare : 1)) * (1 - Chain);

    /// <summary>Texts and codes are two witnesses: either may convince, and together they convince more.</summary>
    public double Fit => 1 - (1 - Text) * (1 - Code);

    public double Conditions =>
        ModeWeight * Mode + CertificateWeight * Certificate + RegionWeight * Region + VerifiedWeight * Verified + FreshWeight * Fresh;

    public double Score => Fit * (1 - ConditionShare + ConditionShare * Conditions);
}

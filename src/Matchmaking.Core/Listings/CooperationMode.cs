namespace Matchmaking.Core.Listings;

public enum CooperationMode
{
    Supply,
    OemOdm,
    Distribution,
    JointVenture,
    TechnologyLicence,
    JointResearch,
}

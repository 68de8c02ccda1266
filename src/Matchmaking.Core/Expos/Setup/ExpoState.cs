namespace Matchmaking.Core.Expos.Setup;

public enum ExpoState
{
    Planned,
    CollectingPreferences,
    Closed,
    DraftSchedule,
    Preliminary,
    Published,
    Live,
    Finished,
}

public static class ExpoStates
{
    /// <summary>
    /// The state at this moment, whether or not anybody has written it yet: wishes close by themselves when their last day is over, and a
    /// published expo is live from its first day on.
    /// </summary>
    public static ExpoState At(this ExpoState written, ExpoProfile profile, DateTime now) =>
        written switch
        {
            ExpoState.CollectingPreferences when profile.WishesCloseAt <= now => ExpoState.Closed,
            ExpoState.Published when profile.BeginsAt <= now => ExpoState.Live,
            _ => written,
        };

    /// <summary>Firms say what came of their meetings: the programme is published, and the expo is not closed.</summary>
    public static bool TakesOutcomes(this ExpoState state) => state is ExpoState.Published or ExpoState.Live;
}

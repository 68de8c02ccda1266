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

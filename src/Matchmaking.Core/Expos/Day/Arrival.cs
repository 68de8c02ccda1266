using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Expos.Day;

/// <summary>A firm is there on a day of the expo. The row goes with the firm, and when the check-in is taken back.</summary>
public sealed class Arrival
{
    private Arrival() { }

    /// <summary>Of an <see cref="ExpoFirm"/>.</summary>
    public Guid FirmId { get; private init; }

    /// <summary>On the clock of the hall.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private init; }

    public Guid RecordedBy { get; private init; }

    internal static Arrival Of(Guid firm, DateOnly day, Guid person, DateTime now) =>
        new()
        {
            FirmId = firm,
            Day = day,
            At = now,
            RecordedBy = person,
        };
}

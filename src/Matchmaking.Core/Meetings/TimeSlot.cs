namespace Matchmaking.Core.Meetings;

/// <summary>A stretch of time on the grid of quarter hours.</summary>
/// <param name="Start">UTC.</param>
public readonly record struct TimeSlot(DateTime Start, int Minutes)
{
    public const int Quarter = 15;
    public const int LongestMinutes = 120;

    public DateTime End => Start.AddMinutes(Minutes);

    public bool StartsOnQuarter => Start.Ticks % TimeSpan.FromMinutes(Quarter).Ticks == 0;

    public bool HasAllowedLength => Minutes is >= Quarter and <= LongestMinutes && Minutes % Quarter == 0;

    /// <summary>The starts of the quarter hours that it covers.</summary>
    public IEnumerable<DateTime> Quarters()
    {
        for (var quarter = Start; quarter < End; quarter = quarter.AddMinutes(Quarter))
        {
            yield return quarter;
        }
    }
}

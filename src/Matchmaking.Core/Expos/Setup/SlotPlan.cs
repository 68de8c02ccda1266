using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>One day's slots as an organiser describes them; all times are on the hall's clock.</summary>
/// <param name="Minutes">Length of a meeting.</param>
/// <param name="Gap">Minutes between two meetings.</param>
/// <param name="End">No slot ends later.</param>
public sealed record SlotPlan(TimeOnly Start, TimeOnly End, int Minutes, int Gap, TimeOnly? LunchStart, TimeOnly? LunchEnd)
{
    public const int ShortestMinutes = 10;
    public const int LongestMinutes = 120;
    public const int LongestGap = 60;

    public IReadOnlyList<Error> Check()
    {
        var errors = new List<Error>();
        if (End <= Start)
        {
            errors.Add(ExpoErrors.EndBeforeStart);
        }

        if (LunchStart is null != LunchEnd is null || LunchEnd <= LunchStart)
        {
            errors.Add(ExpoErrors.LunchIncomplete);
        }

        return errors.Count == 0 && Starts().Count == 0 ? [ExpoErrors.NoSlot] : errors;
    }

    /// <summary>When the slots of a day begin; a slot that lunch would cut begins after it. Empty when a rule of <see cref="Check"/> is broken.</summary>
    public IReadOnlyList<TimeOnly> Starts()
    {
        var starts = new List<TimeOnly>();
        var (start, end) = (Start.ToTimeSpan(), End.ToTimeSpan());
        var (lunch, afterLunch) = (LunchStart?.ToTimeSpan() ?? end, LunchEnd?.ToTimeSpan() ?? end);
        var (length, step) = (TimeSpan.FromMinutes(Minutes), TimeSpan.FromMinutes(Minutes + Gap));
        while (Minutes >= ShortestMinutes && Gap >= 0 && start + length <= end)
        {
            if (start < afterLunch && start + length > lunch)
            {
                start = afterLunch;
                continue;
            }

            starts.Add(TimeOnly.FromTimeSpan(start));
            start += step;
        }

        return starts;
    }
}

namespace Matchmaking.Scheduling.Model;

/// <summary>A dynamic programme over the positions of one participant.</summary>
internal static class BreakBounds
{
    private const int Never = int.MaxValue / 2;

    /// <summary>
    /// Fewest breaks in which the meetings can be held: exact where that is none in a fair of one day, otherwise as far as their number and where any of
    /// them may stand are concerned; at least 0.
    /// </summary>
    public static int Least(Timeline time, ulong[] domain, int[] meetings)
    {
        var open = new bool[time.Positions];
        foreach (var position in time.All)
        {
            open[position] = Array.Exists(
                meetings,
                meeting => ((domain[(meeting * time.Words) + (position >> 6)] >> (position & 63)) & 1) != 0
            );
        }

        var least = Within(time, open, meetings.Length, mustHold: -1);
        return least switch
        {
            Never => 0,
            0 when time.Days == 1 && meetings.Length > 1 && !UnbrokenBlocks.Starts(time, domain, meetings).Any() => 1,
            _ => least,
        };
    }

    /// <summary>
    /// The same where one position is sure to be taken, and <c>null</c> when there is no such way. States: nothing yet today, busy, idle after
    /// something today.
    /// </summary>
    public static int? LeastWith(Timeline time, bool[] open, int count, int mustHold) =>
        Within(time, open, count, mustHold) is var least && least < Never ? least : null;

    private static int Within(Timeline time, bool[] open, int count, int mustHold)
    {
        var (none, busy, idle) = (Row(count), Row(count), Row(count));
        none[0] = 0;
        for (var position = 0; position < time.Positions; position++)
        {
            var (nextNone, nextBusy, nextIdle) = (Row(count), Row(count), Row(count));
            for (var held = 0; held <= count; held++)
            {
                if (time.Day[position] < 0)
                {
                    nextNone[held] = Math.Min(none[held], Math.Min(busy[held], idle[held]));
                    continue;
                }

                if (position != mustHold)
                {
                    nextNone[held] = none[held];
                    nextIdle[held] = Math.Min(busy[held], idle[held]);
                }

                if (held > 0 && open[position])
                {
                    nextBusy[held] = Math.Min(Math.Min(none[held - 1], busy[held - 1]), idle[held - 1] + 1);
                }
            }

            (none, busy, idle) = (nextNone, nextBusy, nextIdle);
        }

        return Math.Min(none[count], Never);
    }

    private static int[] Row(int count)
    {
        var row = new int[count + 1];
        Array.Fill(row, Never);
        return row;
    }
}

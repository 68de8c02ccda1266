namespace Matchmaking.Scheduling.Model;

/// <summary>Positions in a row in which a participant can hold all its meetings, one in each, in a fair of one day.</summary>
internal static class UnbrokenBlocks
{
    /// <returns>The indices in <see cref="Timeline.All"/> at which such a block can begin, ascending.</returns>
    public static IEnumerable<int> Starts(Timeline time, ulong[] domain, int[] meetings)
    {
        var positions = Array.ConvertAll(meetings, meeting => Array.FindAll(time.All, position => Allows(meeting, position)));
        return Enumerable.Range(0, Math.Max(0, time.All.Length - meetings.Length + 1)).Where(Fits);

        bool Fits(int start)
        {
            var (first, last) = (time.All[start], time.All[start + meetings.Length - 1]);
            var choices = Array.ConvertAll(
                positions,
                own => (IReadOnlyList<int>)Array.FindAll(own, position => first <= position && position <= last)
            );
            return new SlotMatching(choices, _ => 1, time.Positions).Violation() is null;
        }

        bool Allows(int meeting, int position) => ((domain[(meeting * time.Words) + (position >> 6)] >> (position & 63)) & 1) != 0;
    }
}

namespace Matchmaking.Scheduling.Model;

/// <summary>Spreads items over positions of limited capacity by augmenting paths.</summary>
internal sealed class SlotMatching(IReadOnlyList<int>[] choices, Func<int, int> capacity, int positions)
{
    private readonly List<int>[] assigned = [.. Enumerable.Range(0, positions).Select(_ => new List<int>())];

    /// <summary>
    /// By Hall's theorem: items that have only these positions to go to and are one too many for them. Null when all find a place.
    /// </summary>
    public (IReadOnlyList<int> Items, IReadOnlyList<int> Positions)? Violation()
    {
        for (var item = 0; item < choices.Length; item++)
        {
            var seen = new bool[positions];
            if (!Assign(item, seen))
            {
                var full = Enumerable.Range(0, positions).Where(position => seen[position]).ToList();
                return ([.. full.SelectMany(position => assigned[position]).Append(item).Order()], full);
            }
        }

        return null;
    }

    private bool Assign(int item, bool[] seen)
    {
        foreach (var position in choices[item])
        {
            if (assigned[position].Count < capacity(position))
            {
                assigned[position].Add(item);
                return true;
            }
        }

        foreach (var position in choices[item])
        {
            if (seen[position])
            {
                continue;
            }

            seen[position] = true;
            for (var index = 0; index < assigned[position].Count; index++)
            {
                if (choices[assigned[position][index]].Any(other => !seen[other]) && Assign(assigned[position][index], seen))
                {
                    assigned[position][index] = item;
                    return true;
                }
            }
        }

        return false;
    }
}

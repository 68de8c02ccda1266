using System.Numerics;
using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling.Model;

/// <summary>Where meetings may stand as far as they, their sides, and what every slot has are concerned.</summary>
internal sealed class Domains(ScheduleProblem problem, Timeline time, Resources resources)
{
    public ulong[] Of(int[] a, int[] b)
    {
        var absent = problem.Participants.Select(item => (item.Unavailable ?? []).Select(time.Of).Distinct().ToArray()).ToArray();
        var domain = new ulong[problem.Meetings.Count * time.Words];
        for (var meeting = 0; meeting < problem.Meetings.Count; meeting++)
        {
            var item = problem.Meetings[meeting];
            // One that waits for itself never takes place.
            foreach (var position in item.After?.Contains(item.Id) == true ? [] : time.All)
            {
                var slot = problem.Slots[time.Order(position)];
                if (
                    (item.Slot is null || item.Slot == slot.Id)
                    && (item.Session is null || item.Session == slot.Session)
                    && Array.TrueForAll(resources.Of[meeting], resource => resources.Capacity[(resource * time.Positions) + position] > 0)
                )
                {
                    Set(domain, meeting, position);
                }
            }

            foreach (var position in absent[a[meeting]].Concat(absent[b[meeting]]))
            {
                Clear(domain, meeting, position);
            }
        }

        return domain;
    }

    /// <summary>A meeting is later than the earliest moment of those before it, and earlier than the latest of those that wait; repeated until nothing changes.</summary>
    public void Tighten(ulong[] domain, int[][] before, int[][] after)
    {
        var open = new Queue<int>(Enumerable.Range(0, before.Length).Where(meeting => before[meeting].Length + after[meeting].Length > 0));
        while (open.TryDequeue(out var meeting))
        {
            var orders = Orders(domain, meeting);
            var earliest = orders.Count == 0 ? int.MaxValue : orders.Min();
            var latest = orders.Count == 0 ? int.MinValue : orders.Max();
            foreach (var later in after[meeting].Where(later => Remove(domain, later, order => order <= earliest)))
            {
                open.Enqueue(later);
            }

            foreach (var earlier in before[meeting].Where(earlier => Remove(domain, earlier, order => order >= latest)))
            {
                open.Enqueue(earlier);
            }
        }
    }

    public static int Count(ulong[] domain, int words, int meeting)
    {
        var count = 0;
        for (var word = meeting * words; word < (meeting + 1) * words; word++)
        {
            count += BitOperations.PopCount(domain[word]);
        }

        return count;
    }

    private List<int> Orders(ulong[] domain, int meeting) =>
        [.. time.All.Where(position => Has(domain, meeting, position)).Select(time.Order)];

    private bool Remove(ulong[] domain, int meeting, Func<int, bool> which)
    {
        var gone = time.All.Where(position => Has(domain, meeting, position) && which(time.Order(position))).ToList();
        gone.ForEach(position => Clear(domain, meeting, position));
        return gone.Count > 0;
    }

    private bool Has(ulong[] domain, int meeting, int position) =>
        ((domain[(meeting * time.Words) + (position >> 6)] >> (position & 63)) & 1) != 0;

    private void Set(ulong[] domain, int meeting, int position) =>
        domain[(meeting * time.Words) + (position >> 6)] |= 1UL << (position & 63);

    private void Clear(ulong[] domain, int meeting, int position) =>
        domain[(meeting * time.Words) + (position >> 6)] &= ~(1UL << (position & 63));
}

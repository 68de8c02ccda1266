using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling.Model;

/// <summary>Slots as positions, day after day, with empty positions between the days.</summary>
internal sealed class Timeline
{
    private readonly int[] slots;
    private readonly Dictionary<string, int> positions = [];

    public Timeline(IReadOnlyList<ScheduleSlot> source)
    {
        var line = new List<int> { -1 };
        var days = new List<int> { -1 };
        foreach (var (day, members) in source.Index().GroupBy(item => item.Item.Day ?? string.Empty).Index())
        {
            foreach (var (slot, item) in members)
            {
                positions[item.Id] = line.Count;
                line.Add(slot);
                days.Add(day);
            }

            line.Add(-1);
            days.Add(-1);
            Days = day + 1;
        }

        slots = [.. line];
        Day = [.. days];
        Words = (Positions + 63) >> 6;
        All = [.. Enumerable.Range(0, Positions).Where(position => slots[position] >= 0)];
        SlotIds = [.. slots.Select(slot => slot < 0 ? string.Empty : source[slot].Id)];
    }

    /// <summary>Positions, the empty ones included; 0 is empty.</summary>
    public int Positions => slots.Length;

    public int Days { get; }

    public int Words { get; }

    /// <summary>The day of each position, -1 for an empty one.</summary>
    public int[] Day { get; }

    /// <summary>Every position of a slot.</summary>
    public int[] All { get; }

    public string[] SlotIds { get; }

    public int Of(string slot) => positions[slot];

    public bool TryFind(string slot, out int position) => positions.TryGetValue(slot, out position);

    /// <summary>The slot's place in the order of time, which `after` asks for.</summary>
    public int Order(int position) => slots[position];
}

using Matchmaking.Core.Expos;

namespace Matchmaking.Benchmarks;

/// <summary>Fairs of the shapes that organisers have, each made from a timetable that exists, so that it is known to be possible.</summary>
internal static class FairGenerator
{
    private const double SharedSession = 0.35;
    private const double AbsentSlot = 0.05;

    /// <summary>A brokerage event: two sessions, firms that are away at times, and many of their meetings bound to a session.</summary>
    public static ScheduleProblem Brokerage(int seed, int firms, int meetings, int slots, int tables, int? difference = 2)
    {
        var random = new Random(seed);
        var half = (slots + 1) / 2;
        var hidden = Coherent(random, firms, meetings, slots, tables);
        var busy = hidden.SelectMany(item => new[] { (item.A, item.Slot), (item.B, item.Slot) }).ToHashSet();
        return new ScheduleProblem(
            [.. Enumerable.Range(0, slots).Select(slot => new ScheduleSlot($"s{slot}", Session(slot), "1"))],
            Names("t", tables),
            [],
            [
                .. Enumerable
                    .Range(0, firms)
                    .Select(firm => new ScheduleParticipant(
                        $"p{firm}",
                        [
                            .. Enumerable
                                .Range(0, slots)
                                .Where(slot => !busy.Contains((firm, slot)) && random.NextDouble() < AbsentSlot)
                                .Select(slot => $"s{slot}"),
                        ]
                    )),
            ],
            [
                .. hidden
                    .Index()
                    .Select(item => new ScheduleMeeting(
                        $"m{item.Index}",
                        $"p{item.Item.A}",
                        $"p{item.Item.B}",
                        Session: random.NextDouble() < SharedSession ? Session(item.Item.Slot) : null
                    )),
            ],
            difference
        );

        string Session(int slot) => slot < half ? "am" : "pm";
    }

    /// <summary>Everybody has as many meetings as everybody else, and every table is taken in every slot.</summary>
    public static ScheduleProblem Crowd(int seed, int people, int meetings, int slots)
    {
        var random = new Random(seed);
        var tables = meetings / slots;
        var hidden = Hidden(random, people, meetings, slots, tables, [.. Enumerable.Repeat(1.0, people)]);
        return new ScheduleProblem(
            [.. Enumerable.Range(0, slots).Select(slot => new ScheduleSlot($"s{slot}", Day: "1"))],
            Names("t", tables),
            [],
            [.. Names("p", people).Select(id => new ScheduleParticipant(id))],
            [.. hidden.Index().Select(item => new ScheduleMeeting($"m{item.Index}", $"p{item.Item.A}", $"p{item.Item.B}"))],
            MaxBreakDifference: 2
        );
    }

    /// <summary>More wishes than places: sellers of one country and buyers of the other, musts, minima, maxima, and interpreters of two language pairs.</summary>
    public static ScheduleProblem Oversubscribed(int seed, int firms, int tables, int slots, int interpreters, int wishes)
    {
        var random = new Random(seed);
        var half = firms / 2;
        var popularity = Popularity(random, firms);
        var pairs = new HashSet<(int, int)>();
        while (pairs.Count < wishes)
        {
            pairs.Add((Pick(random, popularity, 0, half), Pick(random, popularity, half, firms)));
        }

        return new ScheduleProblem(
            [.. Enumerable.Range(0, slots).Select(slot => new ScheduleSlot($"s{slot}", Day: slot < slots / 2 ? "1" : "2"))],
            Names("t", tables),
            [
                .. Enumerable
                    .Range(0, interpreters)
                    .Select(index => new ScheduleInterpreter($"i{index}", index % 3 == 0 ? "zh-en" : "zh-ko", [$"s{index % slots}"])),
            ],
            [.. Names("p", firms).Select(id => new ScheduleParticipant(id, Min: 2, Max: 8))],
            [
                .. pairs
                    .Index()
                    .Select(item => new ScheduleMeeting(
                        $"m{item.Index}",
                        $"p{item.Item.Item1}",
                        $"p{item.Item.Item2}",
                        Weight: Math.Round(0.1 + random.NextDouble(), 2),
                        Must: random.Next(10) == 0,
                        Interpreter: random.NextDouble() < 0.6 ? (random.Next(3) == 0 ? "zh-en" : "zh-ko") : null
                    )),
            ],
            AllowUnscheduled: true
        );
    }

    private static string[] Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(index => $"{prefix}{index}")];

    /// <summary>Some are asked for three times as often as others.</summary>
    private static double[] Popularity(Random random, int firms) =>
        [.. Enumerable.Range(0, firms).Select(_ => 0.5 + Math.Pow(random.NextDouble(), 2))];

    private static int Pick(Random random, double[] popularity, int from, int to)
    {
        while (true)
        {
            var firm = random.Next(from, to);
            if (random.NextDouble() * 1.5 < popularity[firm])
            {
                return firm;
            }
        }
    }

    /// <summary>Firms come, meet one partner after the other and leave, so that few of them wait between two meetings.</summary>
    private static List<(int A, int B, int Slot)> Coherent(Random random, int firms, int meetings, int slots, int tables)
    {
        var met = new HashSet<(int, int)>();
        var hidden = new List<(int, int, int)>();
        var popularity = Popularity(random, firms);
        var share = 2.0 * meetings / popularity.Sum();
        var left = popularity.Select(value => Math.Clamp((int)Math.Round(value * share), 1, slots)).ToArray();
        var here = new bool[firms];
        for (var slot = 0; slot < slots; slot++)
        {
            var room = Math.Min(tables, (int)Math.Ceiling((meetings - hidden.Count) / (double)(slots - slot)));
            var order = Enumerable
                .Range(0, firms)
                .OrderByDescending(firm => here[firm] && left[firm] > 0)
                .ThenByDescending(firm => left[firm] - (random.NextDouble() * 4) > slots - slot - 2)
                .ThenBy(_ => random.Next())
                .ToList();
            var busy = new HashSet<int>();
            foreach (var a in order.Where(firm => left[firm] > 0 || random.Next(8) == 0))
            {
                var b =
                    room == 0 || busy.Contains(a)
                        ? -1
                        : order.Find(firm =>
                            firm != a && left[firm] > 0 && !busy.Contains(firm) && !met.Contains((Math.Min(a, firm), Math.Max(a, firm)))
                        );
                if (room > 0 && b >= 0 && !busy.Contains(a) && order.IndexOf(b) >= 0 && a != b && busy.Add(a) && busy.Add(b))
                {
                    met.Add((Math.Min(a, b), Math.Max(a, b)));
                    hidden.Add((a, b, slot));
                    room--;
                }
            }

            for (var firm = 0; firm < firms; firm++)
            {
                here[firm] = busy.Contains(firm);
                left[firm] -= here[firm] ? 1 : 0;
            }
        }

        return hidden;
    }

    private static List<(int A, int B, int Slot)> Hidden(Random random, int firms, int meetings, int slots, int tables, double[] popularity)
    {
        var met = new HashSet<(int, int)>();
        var taken = Enumerable.Range(0, slots).Select(_ => new bool[firms]).ToArray();
        var load = new int[slots];
        var hidden = new List<(int, int, int)>();
        while (hidden.Count < meetings)
        {
            var slot = random.Next(slots);
            var (a, b) = (Pick(random, popularity, 0, firms), Pick(random, popularity, 0, firms));
            if (a != b && load[slot] < tables && !taken[slot][a] && !taken[slot][b] && met.Add((Math.Min(a, b), Math.Max(a, b))))
            {
                (taken[slot][a], taken[slot][b]) = (true, true);
                load[slot]++;
                hidden.Add((a, b, slot));
            }
        }

        return hidden;
    }
}

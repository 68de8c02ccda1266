using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Conflicts;

/// <summary>Meetings without a slot: by themselves, or because of those before and after them.</summary>
internal sealed class OrderConflicts(CompiledProblem problem)
{
    public IReadOnlyList<ScheduleRule>? Find()
    {
        var homeless = Enumerable
            .Range(0, problem.Meetings)
            .Where(meeting => Domains.Count(problem.Domain, problem.Time.Words, meeting) == 0)
            .ToList();
        if (homeless.Count == 0)
        {
            return null;
        }

        var plain = ProblemCompiler.Compile(problem.Source with { AllowUnscheduled = true }, previous: null);
        foreach (var meeting in homeless)
        {
            if (Domains.Count(plain.Domain, plain.Time.Words, meeting) == 0)
            {
                return [QuickConflicts.Meeting(problem, meeting)];
            }
        }

        var kept = Circle() ?? Thin(plain, Connected(homeless[0]));
        return [.. kept.Order().Select(meeting => QuickConflicts.Meeting(problem, meeting))];
    }

    /// <summary>Meetings that wait for each other: each that is left when all are gone that wait for none, or only for those that are gone.</summary>
    private List<int>? Circle()
    {
        var waits = Array.ConvertAll(problem.Before, earlier => earlier.Length);
        var gone = new Queue<int>(Enumerable.Range(0, waits.Length).Where(meeting => waits[meeting] == 0));
        while (gone.TryDequeue(out var meeting))
        {
            foreach (var later in problem.After[meeting].Where(later => --waits[later] == 0))
            {
                gone.Enqueue(later);
            }
        }

        var next = Array.FindIndex(waits, count => count > 0);
        if (next < 0)
        {
            return null;
        }

        var path = new List<int>();
        var index = new Dictionary<int, int>();
        while (index.TryAdd(next, path.Count))
        {
            path.Add(next);
            next = Array.Find(problem.Before[next], earlier => waits[earlier] > 0);
        }

        return path[index[next]..];
    }

    private List<int> Connected(int first)
    {
        var found = new List<int> { first };
        var known = new HashSet<int>(found);
        for (var index = 0; index < found.Count; index++)
        {
            found.AddRange(problem.Before[found[index]].Concat(problem.After[found[index]]).Where(known.Add));
        }

        return found;
    }

    /// <summary>Leaves away large parts first, since a chain that is too long is no longer than there are slots.</summary>
    private List<int> Thin(CompiledProblem plain, List<int> meetings)
    {
        var kept = meetings;
        for (var size = (kept.Count + 1) / 2; size > 0; size /= 2)
        {
            for (var start = 0; start < kept.Count; )
            {
                List<int> rest = [.. kept[..start], .. kept.Skip(start + size)];
                if (IsPossible(plain, rest))
                {
                    start += size;
                }
                else
                {
                    kept = rest;
                }
            }
        }

        return kept;
    }

    /// <summary>Whether the order alone, of these meetings alone, leaves each a slot.</summary>
    private bool IsPossible(CompiledProblem plain, List<int> meetings)
    {
        var words = problem.Time.Words;
        var indices = meetings.Index().ToDictionary(item => item.Item, item => item.Index);
        var domain = new ulong[meetings.Count * words];
        foreach (var (index, meeting) in meetings.Index())
        {
            Array.Copy(plain.Domain, meeting * words, domain, index * words, words);
        }

        new Domains(problem.Source, problem.Time, problem.Resources).Tighten(domain, Among(problem.Before), Among(problem.After));
        return Enumerable.Range(0, meetings.Count).All(index => Domains.Count(domain, words, index) > 0);

        int[][] Among(int[][] edges) =>
            [.. meetings.Select(meeting => edges[meeting].Where(indices.ContainsKey).Select(other => indices[other]).ToArray())];
    }
}

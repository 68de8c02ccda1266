using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Conflicts;

/// <summary>Meetings without a slot: by themselves, or because of those before and after them.</summary>
internal sealed class OrderConflicts(CompiledProblem problem)
{
    private const int MostTried = 400;

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

        var all = problem.Source with { AllowUnscheduled = true };
        var plain = ProblemCompiler.Compile(all, previous: null);
        foreach (var meeting in homeless)
        {
            if (Domains.Count(plain.Domain, plain.Time.Words, meeting) == 0)
            {
                return [QuickConflicts.Meeting(problem, meeting)];
            }
        }

        var kept = Connected(homeless[0]);
        foreach (var meeting in kept.Count <= MostTried ? kept.ToList() : [])
        {
            kept.Remove(meeting);
            if (IsPossible(plain, kept))
            {
                kept.Add(meeting);
            }
        }

        return [.. kept.Order().Select(meeting => QuickConflicts.Meeting(problem, meeting))];
    }

    private List<int> Connected(int first)
    {
        var found = new List<int> { first };
        for (var index = 0; index < found.Count; index++)
        {
            found.AddRange(
                problem.Before[found[index]].Concat(problem.After[found[index]]).Distinct().Where(other => !found.Contains(other))
            );
        }

        return found;
    }

    /// <summary>Whether the order alone, of these meetings alone, leaves each a slot.</summary>
    private bool IsPossible(CompiledProblem plain, List<int> meetings)
    {
        var here = meetings.ToHashSet();
        var domain = (ulong[])plain.Domain.Clone();
        new Domains(problem.Source, problem.Time, problem.Resources).Tighten(domain, Among(problem.Before), Among(problem.After));
        return meetings.TrueForAll(meeting => Domains.Count(domain, problem.Time.Words, meeting) > 0);

        int[][] Among(int[][] edges) =>
            [.. edges.Select((list, meeting) => here.Contains(meeting) ? Array.FindAll(list, here.Contains) : [])];
    }
}

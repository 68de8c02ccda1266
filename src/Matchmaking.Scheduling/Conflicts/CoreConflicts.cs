using System.Diagnostics;
using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Exact;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Conflicts;

/// <summary>
/// Why a problem that is known to have no solution has none: assumptions that the solver needed for its proof, thinned out by leaving away one
/// after the other as long as the time allows.
/// </summary>
internal sealed class CoreConflicts(CompiledProblem problem, double seconds, bool deterministic, CancellationToken cancellation)
{
    /// <summary>Of the time for thinning out, what one attempt may take at most.</summary>
    private const double PartForEach = 4;

    /// <summary>Times as long as it took to see that there is none may be spent on seeing it of fewer.</summary>
    private const double Patience = 2;

    private const int Seed = 1;

    /// <summary>So many meetings are asked about first, and so many times as many when these can be placed.</summary>
    private const int FewestContested = 8;
    private const int ContestedGrowth = 4;

    private readonly PlacingQuestion question = new(problem, deterministic, cancellation);
    private long started = Stopwatch.GetTimestamp();
    private double each = seconds / PartForEach;

    private double Left => deterministic ? seconds : seconds - Stopwatch.GetElapsedTime(started).TotalSeconds;

    private double LeftForOne => Math.Min(Left, each);

    /// <summary>
    /// Whether a few meetings are in each other's way, whatever becomes of all others: at any size that takes no longer than in a fair of just these.
    /// </summary>
    /// <param name="contested">First those that are most likely among them.</param>
    /// <returns>Nothing when they can all be placed, or nobody knows.</returns>
    public IReadOnlyList<ScheduleRule> FindAmong(IReadOnlyList<int> contested)
    {
        started = Stopwatch.GetTimestamp();
        for (var count = FewestContested; Left > 0 && !cancellation.IsCancellationRequested; count *= ContestedGrowth)
        {
            if (question.Ask([.. contested.Take(count)], Left) is (Verdict.Infeasible, var core))
            {
                return Thinned(core);
            }

            if (count >= contested.Count)
            {
                break;
            }
        }

        return [];
    }

    /// <param name="needed">Participants who are known not to keep the rule on breaks together.</param>
    /// <param name="isPossible">Whether all meetings can be placed where that rule does not count.</param>
    public IReadOnlyList<ScheduleRule> Find(IReadOnlyList<int> needed, bool isPossible)
    {
        IReadOnlyList<int> all = [.. Enumerable.Range(0, problem.Meetings)];
        var rule = new BreakRule(problem, deterministic);
        if (!isPossible && needed.Count == 0)
        {
            var (verdict, core) = question.Ask(all, seconds);
            isPossible = verdict == Verdict.Optimal;
            if (verdict == Verdict.Infeasible)
            {
                return Thinned(core);
            }
        }

        if (needed.Count == 0 && isPossible && problem.Difference is not null)
        {
            started = Stopwatch.GetTimestamp();
            needed = Keep(rule.Bound, BreakRule.Manner.Named, seconds / 2) is (Verdict.Infeasible, var named) ? named : rule.Bound;
        }

        return needed.Count == 0
            ? [.. all.Select(meeting => QuickConflicts.Meeting(problem, meeting))]
            :
            [
                .. Thin(needed, people => Keep(people, BreakRule.Manner.Simplified, LeftForOne))
                    .Order()
                    .Select(person => QuickConflicts.Participant(problem, person)),
            ];

        (Verdict, IReadOnlyList<int>) Keep(IReadOnlyList<int> people, BreakRule.Manner manner, double limit) =>
            (rule.Ask(people, manner, limit, Seed, cancellation), rule.Needed);
    }

    private IReadOnlyList<ScheduleRule> Thinned(IReadOnlyList<int> core)
    {
        started = Stopwatch.GetTimestamp();
        return
        [
            .. Thin(core, meetings => question.Ask(meetings, LeftForOne))
                .Order()
                .Select(meeting => QuickConflicts.Meeting(problem, meeting)),
        ];
    }

    /// <summary>Leaves away large parts first. Whatever takes far longer than to see that there is none will not be seen to have none.</summary>
    private IReadOnlyList<int> Thin(IReadOnlyList<int> core, Func<IReadOnlyList<int>, (Verdict Verdict, IReadOnlyList<int> Core)> ask)
    {
        var kept = core;
        for (var size = (kept.Count + 1) / 2; ; size /= 2)
        {
            for (var start = 0; start < kept.Count && kept.Count > 1; )
            {
                if (Left <= 0 || cancellation.IsCancellationRequested)
                {
                    return kept;
                }

                var rest = kept.Take(start).Concat(kept.Skip(start + size)).ToList();
                var asked = Stopwatch.GetTimestamp();
                if (rest.Count > 0 && ask(rest) is (Verdict.Infeasible, var smaller))
                {
                    kept = smaller;
                    each = deterministic ? each : Math.Min(each, Patience * Stopwatch.GetElapsedTime(asked).TotalSeconds);
                }
                else
                {
                    start += size;
                }
            }

            if (size <= 1)
            {
                return kept;
            }
        }
    }
}

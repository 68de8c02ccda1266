using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Results;

/// <summary>
/// Gives the meetings of one slot their interpreters, as few as possible another one than people know. Each meeting takes one by the cheapest chain of
/// handing over, which leaves the whole as cheap as it can be.
/// </summary>
internal sealed class InterpreterAssignment(ScheduleProblem problem, string slot, Func<int, string?> known)
{
    private const int Never = int.MaxValue / 2;

    private readonly List<ScheduleInterpreter> free = [.. problem.Interpreters.Where(item => item.Unavailable?.Contains(slot) != true)];

    /// <summary>That there are enough for all is known already.</summary>
    public IEnumerable<(int Meeting, string Interpreter)> Assign(IReadOnlyList<int> meetings)
    {
        var holder = new int?[free.Count];
        foreach (var meeting in meetings)
        {
            Take(meeting, holder);
        }

        return holder.Index().Where(item => item.Item is not null).Select(item => (item.Item!.Value, free[item.Index].Id));
    }

    private void Take(int meeting, int?[] holder)
    {
        var cost = Array.ConvertAll(holder, _ => Never);
        var from = Array.ConvertAll(holder, _ => -1);
        Reach(meeting, 0, -1);
        for (var changed = true; changed; )
        {
            changed = false;
            for (var index = 0; index < holder.Length; index++)
            {
                if (holder[index] is { } other && cost[index] < Never)
                {
                    changed |= Reach(other, cost[index] - Price(other, index), index);
                }
            }
        }

        var last = Enumerable.Range(0, holder.Length).Where(index => holder[index] is null).MinBy(index => cost[index]);
        for (; from[last] >= 0; last = from[last])
        {
            holder[last] = holder[from[last]];
        }

        holder[last] = meeting;

        bool Reach(int taker, int before, int giver)
        {
            var any = false;
            for (var index = 0; index < holder.Length; index++)
            {
                if (
                    index != giver
                    && Resources.Speaks(free[index], problem.Meetings[taker].Interpreter!)
                    && before + Price(taker, index) is var price
                    && price < cost[index]
                )
                {
                    (cost[index], from[index], any) = (price, giver, true);
                }
            }

            return any;
        }
    }

    private int Price(int meeting, int interpreter) => known(meeting) is { } id && id != free[interpreter].Id ? 1 : 0;
}

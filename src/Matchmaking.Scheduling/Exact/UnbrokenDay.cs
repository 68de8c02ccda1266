using Google.OrTools.Sat;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <summary>
/// Without a break, all meetings of a participant stand in one block, so the block's beginning says where it is busy; said in the open, this
/// makes one decision out of many.
/// </summary>
internal static class UnbrokenDay
{
    /// <param name="broken">True when the participant has a break.</param>
    public static void Add(CpModel model, CompiledProblem problem, int person, ILiteral[] busy, BoolVar broken)
    {
        var count = problem.MeetingsOf[person].Length;
        var all = problem.Time.All;
        var blocks = UnbrokenBlocks
            .Starts(problem.Time, problem.Domain, problem.MeetingsOf[person])
            .Select(first => (First: first, Stands: model.NewBoolVar(string.Empty)))
            .ToList();
        model.AddExactlyOne([broken, .. blocks.Select(block => block.Stands)]);
        for (var index = 0; index < all.Length; index++)
        {
            var covering = blocks
                .Where(block => block.First <= index && index < block.First + count)
                .Select(block => block.Stands)
                .ToList();
            model.AddBoolOr([busy[all[index]].Not(), broken, .. covering]);
            foreach (var block in covering)
            {
                model.AddImplication(block, busy[all[index]]);
            }
        }
    }
}

using System.Collections.Concurrent;

namespace Matchmaking.Core.Common;

/// <summary>Work on many small things on all processors: a call for each of them would take as long as the thing itself.</summary>
public static class Ranges
{
    /// <param name="work">For places from Start up to, without, End.</param>
    public static void ForEach(int count, Action<(int Start, int End)> work)
    {
        if (Environment.ProcessorCount == 1 || count < 2)
        {
            work((0, count));
            return;
        }

        Parallel.ForEach(Partitioner.Create(0, count), range => work((range.Item1, range.Item2)));
    }
}

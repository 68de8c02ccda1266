using System.Collections.Concurrent;

namespace Matchmaking.Core.Common;

/// <summary>
/// Work of one request on all processors, as long as no other request is at such work: under load each has enough to do with its own, and
/// sharing it out costs more than it brings.
/// </summary>
public static class Ranges
{
    private static int atWork;

    /// <summary>
    /// For many small things: a call for each of them would take as long as the thing itself. Not one inside another, which would take the outer
    /// one for another request.
    /// </summary>
    /// <param name="work">For places from Start up to, without, End.</param>
    public static void ForEach(int count, Action<(int Start, int End)> work)
    {
        var others = Interlocked.Increment(ref atWork) - 1;
        try
        {
            if (others > 0 || count < 2 || Environment.ProcessorCount == 1)
            {
                work((0, count));
                return;
            }

            Parallel.ForEach(Partitioner.Create(0, count), range => work((range.Item1, range.Item2)));
        }
        finally
        {
            Interlocked.Decrement(ref atWork);
        }
    }
}

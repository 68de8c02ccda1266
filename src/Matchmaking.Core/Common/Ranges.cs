using System.Collections.Concurrent;

namespace Matchmaking.Core.Common;

/// <summary>
/// Work of one request on all processors, as long as no other request is at such work: under load each has enough to do with its own, and
/// sharing it out costs more than it brings.
/// </summary>
public static class Ranges
{
    private static int atWork;

    /// <summary>For many small things: a call for each of them would take as long as the thing itself.</summary>
    /// <param name="work">For places from Start up to, without, End.</param>
    public static void ForEach(int count, Action<(int Start, int End)> work) =>
        Share(
            count > 1,
            () => Parallel.ForEach(Partitioner.Create(0, count), range => work((range.Item1, range.Item2))),
            () => work((0, count))
        );

    /// <summary>For two things that take long enough to be worth a processor each.</summary>
    public static void Both(Action first, Action second) =>
        Share(
            true,
            () => Parallel.Invoke(first, second),
            () =>
            {
                first();
                second();
            }
        );

    private static void Share(bool isWorthIt, Action together, Action alone)
    {
        var others = Interlocked.Increment(ref atWork) - 1;
        try
        {
            (isWorthIt && others == 0 && Environment.ProcessorCount > 1 ? together : alone)();
        }
        finally
        {
            Interlocked.Decrement(ref atWork);
        }
    }
}

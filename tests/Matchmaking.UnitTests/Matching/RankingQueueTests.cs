using Matchmaking.Core.Matching.Pages;
using Xunit;

namespace Matchmaking.UnitTests.Matching;

public sealed class RankingQueueTests
{
    [Fact]
    public async Task So_many_run_at_a_time_and_the_others_in_the_order_in_which_they_came()
    {
        using var queue = new RankingQueue(2);
        var begins = Enumerable.Range(0, 5).Select(_ => new TaskCompletionSource()).ToList();
        var ends = Enumerable.Range(0, 5).Select(_ => new TaskCompletionSource()).ToList();
        var begun = new List<int>();
        var runs = Enumerable.Range(0, 5).Select(number => queue.RunAsync(() => RunAsync(number), CancellationToken.None)).ToList();
        Assert.Equal([0, 1], begun);

        foreach (var (place, number) in new[] { 1, 0, 2, 3, 4 }.Index())
        {
            ends[number].SetResult();
            Assert.Equal(number, await runs[number]);
            await begins[Math.Min(place + 2, 4)].Task;
        }

        Assert.Equal([0, 1, 2, 3, 4], begun);

        async Task<int> RunAsync(int number)
        {
            begun.Add(number);
            begins[number].SetResult();
            await ends[number].Task;
            return number;
        }
    }

    [Fact]
    public async Task One_that_fails_or_is_not_waited_for_leaves_its_place()
    {
        using var queue = new RankingQueue(1);
        var end = new TaskCompletionSource<int>();
        var first = queue.RunAsync(() => end.Task, CancellationToken.None);
        using var gone = new CancellationTokenSource();
        var second = queue.RunAsync(() => Task.FromResult(2), gone.Token);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        end.SetException(new InvalidOperationException());

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.Equal(3, await queue.RunAsync(() => Task.FromResult(3), CancellationToken.None));
    }
}

using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Matchmaking.IntegrationTests.Outbox;

public sealed class WorkerLeasesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-lease-").FullName;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
    private OutboxNode one = null!;
    private OutboxNode other = null!;

    public async ValueTask InitializeAsync()
    {
        (one, other) = (new OutboxNode(folder, clock), new OutboxNode(folder, clock));
        await one.WithDatabaseAsync(async db =>
        {
            await db.Database.MigrateAsync();
            return true;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        DataFiles.Delete(folder);
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_exactly_one_gets_the_lease()
    {
        var asked = Enumerable.Range(0, 20).Select(number => AcquireAsync(number % 2 == 0 ? one : other));

        var got = (await Task.WhenAll(asked)).Where(lease => lease is not null).ToList();

        await Assert.Single(got)!.DisposeAsync();
    }

    [Fact]
    public async Task Released_lease_can_be_taken_at_once_with_a_higher_epoch()
    {
        var first = await AcquireAsync(one);
        await first!.DisposeAsync();

        await using var second = await AcquireAsync(other);

        Assert.NotNull(second);
        Assert.Equal(2, await EpochAsync());
    }

    [Fact]
    public async Task Lease_that_took_longer_to_get_than_it_lasts_is_lost_at_once()
    {
        await using var late = await AcquireLateAsync();

        Assert.True(late.Lost.IsCancellationRequested);
        Assert.False(late.IsCurrent);
    }

    [Fact]
    public async Task Lost_lease_that_nobody_took_is_free_once_its_work_has_ended()
    {
        var lost = await AcquireLateAsync();

        await lost.DisposeAsync();

        await using var next = await AcquireAsync(other);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Lease_is_renewed_while_it_is_held()
    {
        await using var held = await AcquireAsync(one);

        for (var tick = 0; tick < 6; tick++)
        {
            var before = await ExpiryAsync();
            clock.Advance(WorkerLeases.Duration / 3);
            await Eventually.TrueAsync(async () => await ExpiryAsync() > before);
        }

        Assert.Null(await AcquireAsync(other));
        Assert.False(held!.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Holder_learns_that_another_one_took_over()
    {
        var late = new OutboxNode(folder, new FakeTimeProvider(clock.GetUtcNow()));
        var held = await AcquireAsync(late);
        Assert.Null(await AcquireAsync(other));
        clock.Advance(WorkerLeases.Duration);
        await using var taken = await AcquireAsync(other);
        Assert.NotNull(taken);

        late.Clock.Advance(WorkerLeases.Duration);

        await Eventually.TrueAsync(() => Task.FromResult(held!.Lost.IsCancellationRequested));
        await held!.DisposeAsync();
        await late.DisposeAsync();
        Assert.Null(await AcquireAsync(one));
    }

    private static Task<HeldLease?> AcquireAsync(OutboxNode node) => node.Leases.TryAcquireAsync("work", CancellationToken.None);

    /// <summary>A lease that is over when it comes.</summary>
    private async Task<HeldLease> AcquireLateAsync()
    {
        clock.AutoAdvanceAmount = WorkerLeases.Duration * 2;
        var late = await AcquireAsync(one);
        clock.AutoAdvanceAmount = TimeSpan.Zero;
        return late!;
    }

    private Task<long> EpochAsync() => one.WithDatabaseAsync(db => db.WorkerLeases.Select(lease => lease.Epoch).SingleAsync());

    private Task<DateTime> ExpiryAsync() => one.WithDatabaseAsync(db => db.WorkerLeases.Select(lease => lease.ExpiresAt).SingleAsync());
}

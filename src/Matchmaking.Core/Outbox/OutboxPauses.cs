using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Matchmaking.Core.Outbox;

/// <param name="Since">UTC.</param>
/// <param name="Until">When the handler is tried again, UTC.</param>
public sealed record OutboxPause(string Handler, DateTime Since, DateTime Until, string Reason);

/// <summary>
/// Handlers of this node whose server is away. They are left alone for a while, longer each time; the log is told when that begins and when
/// it ends.
/// </summary>
public sealed partial class OutboxPauses(TimeProvider clock, ILogger<OutboxPauses> logger)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (OutboxPause Pause, TimeSpan Wait)> paused = new(StringComparer.Ordinal);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Those whose last attempt found their server away.</summary>
    public IReadOnlyList<OutboxPause> All => [.. paused.Values.Select(entry => entry.Pause)];

    internal bool IsPaused(string handler) => paused.TryGetValue(handler, out var entry) && entry.Pause.Until > Now;

    internal void Pause(string handler, UnavailableException reason)
    {
        var isNew = !paused.TryGetValue(handler, out var before);
        var wait = isNew ? First : before.Wait * 2;
        wait = wait < Longest ? wait : Longest;
        paused[handler] = (new OutboxPause(handler, isNew ? Now : before.Pause.Since, Now + wait, reason.Message), wait);
        if (isNew)
        {
            LogPaused(reason, handler);
        }
    }

    /// <summary>Another node has done what a handler waited with.</summary>
    internal void Lapse(IReadOnlyCollection<string> due)
    {
        foreach (var handler in paused.Keys.Except(due, StringComparer.Ordinal))
        {
            Resume(handler);
        }
    }

    internal void Resume(string handler)
    {
        if (paused.TryRemove(handler, out var entry))
        {
            LogResumed(handler, Now - entry.Pause.Since);
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "The outbox handler {Handler} waits: what it needs is away or takes no work. It is tried again by itself."
    )]
    private partial void LogPaused(Exception reason, string handler);

    [LoggerMessage(LogLevel.Information, "The outbox handler {Handler} works again, after {Wait}.")]
    private partial void LogResumed(string handler, TimeSpan wait);
}

using Matchmaking.Core.Data;

namespace Matchmaking.Core.Outbox;

/// <summary>Adds one row for each handler of an event to the caller's unit of work; the caller saves.</summary>
public sealed class OutboxWriter(AppDbContext db, IEnumerable<OutboxRoute> routes, TimeProvider clock)
{
    /// <param name="notBefore">UTC; at once where it is not given.</param>
    public void Add(OutboxEvent happened, DateTime? notBefore = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var route in routes.Where(route => route.Kinds.Contains(happened.Kind)))
        {
            db.OutboxMessages.Add(
                new OutboxMessage
                {
                    Handler = route.Handler,
                    Kind = happened.Kind,
                    Payload = happened.Payload,
                    CreatedAt = now,
                    NotBefore = notBefore ?? now,
                }
            );
        }
    }
}

using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Terms;

public static class TermEvents
{
    public const string Changed = "terms-changed";

    /// <summary>Names no entry: whoever acts on it looks for all that have changed, once for many changes.</summary>
    public static readonly OutboxEvent OfChange = new(Changed, "all");
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Companies;

public static class CompanyEvents
{
    /// <summary>The firm's profile, evidence or live listings are no longer what the partner index shows.</summary>
    public const string Changed = "company-changed";

    public static OutboxEvent OfChange(CompanyId id) => new(Changed, id.ToString());
}

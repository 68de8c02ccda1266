using Matchmaking.Core.Common;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Companies.Members;

public static class InvitationEvents
{
    public const string Sent = "invitation-sent";

    public static OutboxEvent OfSending(InvitationId id) => new(Sent, id.ToString());
}

using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>The search server is away, answers too late, or refuses every request of this kind.</summary>
public sealed class PartnerIndexUnavailableException(string message, Exception? innerException = null)
    : UnavailableException(message, innerException);

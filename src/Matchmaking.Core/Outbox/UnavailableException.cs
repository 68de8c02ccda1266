namespace Matchmaking.Core.Outbox;

/// <summary>A server that the work needs is away or takes no work at all just now; nothing is wrong with the work itself.</summary>
public abstract class UnavailableException(string message, Exception? innerException) : IOException(message, innerException);

namespace Matchmaking.Core.Outbox;

/// <summary>Something that happened and that handlers act on after the commit.</summary>
/// <param name="Kind">As in <c>company-changed</c>; handlers subscribe to kinds.</param>
/// <param name="Payload">Ids only.</param>
public sealed record OutboxEvent(string Kind, string Payload);

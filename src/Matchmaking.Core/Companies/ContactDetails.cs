namespace Matchmaking.Core.Companies;

/// <summary>Hidden from the other side until both have said yes to a meeting.</summary>
public sealed record ContactDetails(string Person, string Email, string Phone);

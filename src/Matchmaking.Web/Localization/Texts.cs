namespace Matchmaking.Web.Localization;

/// <summary>Names the one shared resource. Keys are English sentences, or codes (<c>error.…</c>) that have an English entry as well.</summary>
public sealed class Texts;

using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Outcomes;

public static class OutcomeErrors
{
    public static readonly Error NotBegun = new("outcome.not-begun", ErrorKind.Conflict);

    /// <summary>Firms say what came of their meetings until the organiser closes the expo.</summary>
    public static readonly Error Closed = new("outcome.closed", ErrorKind.Conflict);

    /// <summary>Every firm has answered, or was reminded less than a day ago.</summary>
    public static readonly Error NobodyToRemind = new("outcome.nobody-to-remind", ErrorKind.Conflict);
}

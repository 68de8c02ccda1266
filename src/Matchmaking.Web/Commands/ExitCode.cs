namespace Matchmaking.Web.Commands;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The job ran, and the answer is no.</summary>
    public const int No = 1;

    /// <summary>An argument or a file is not right; nothing was done.</summary>
    public const int BadInput = 2;
}

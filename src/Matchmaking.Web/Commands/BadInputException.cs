namespace Matchmaking.Web.Commands;

/// <summary>Ends a verb with <see cref="ExitCode.BadInput"/> and one line that names the file, the line and the field.</summary>
/// <param name="file">As the caller wrote it; <c>-</c> is the standard input.</param>
/// <param name="line">From 1, or null where the whole file is meant.</param>
internal sealed class BadInputException(string file, int? line, string? fieldName, string reason) : Exception
{
    public override string Message =>
        string.Join(": ", new[] { line is null ? file : $"{file}:{line}", fieldName, reason }.Where(part => !string.IsNullOrEmpty(part)));
}

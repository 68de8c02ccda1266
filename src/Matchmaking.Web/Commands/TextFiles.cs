namespace Matchmaking.Web.Commands;

/// <summary>Files of the verbs: UTF-8, and <c>-</c> for the standard streams.</summary>
internal static class TextFiles
{
    public static TextReader OpenRead(string file) => file == "-" ? Console.In : new StreamReader(file);

    /// <summary>Lines end with a line feed on every platform, so that two runs compare byte by byte.</summary>
    public static TextWriter OpenWrite(string file) =>
        new StreamWriter(file == "-" ? Console.OpenStandardOutput() : File.Create(file)) { NewLine = "\n" };
}

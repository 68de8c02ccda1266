using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Search.Lucene;

/// <summary>
/// The folder of all generations. The file <c>current</c> names the one that is searched and the stamp of what it was written with;
/// it is replaced as a whole, so that after a crash it names either the old one or the new one.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private const string PointerFile = "current";
    private const string LockFile = "in-use";
    private const string GenerationPrefix = "generation-";

    private readonly string root;
    private readonly string stamp;
    private readonly FileStream held;

    /// <param name="stamp">One line; a generation with another one is not read.</param>
    /// <exception cref="IOException">Another process has it open.</exception>
    public IndexFolder(string root, string stamp)
    {
        this.root = root;
        this.stamp = stamp;
        Directory.CreateDirectory(root);
        try
        {
            held = new FileStream(Path.Combine(root, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException($"The search index in {root} is in use by another process, such as a site that runs.", exception);
        }
    }

    /// <summary>Null when there is none, or one of another stamp.</summary>
    public string? Current()
    {
        var pointer = Path.Combine(root, PointerFile);
        if (!File.Exists(pointer) || File.ReadAllLines(pointer) is not [var name, var written] || written != stamp)
        {
            return null;
        }

        var folder = Path.Combine(root, name);
        return Directory.Exists(folder) ? folder : null;
    }

    public string NewGeneration() => Directory.CreateDirectory(Path.Combine(root, $"{GenerationPrefix}{Guid.CreateVersion7():N}")).FullName;

    public PartnerGeneration Describe(string generation, PartnerGenerationState state, int documents) =>
        new(Path.GetFileName(generation), state, documents, Directory.GetCreationTimeUtc(generation), stamp);

    public void Point(string generation)
    {
        var pointer = Path.Combine(root, PointerFile);
        var written = $"{pointer}.new";
        using (var file = new FileStream(written, FileMode.Create, FileAccess.Write))
        using (var writer = new StreamWriter(file))
        {
            writer.Write($"{Path.GetFileName(generation)}\n{stamp}\n");
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(written, pointer, overwrite: true);
    }

    /// <summary>What was replaced, and what was begun and never finished.</summary>
    public void DropOthers(string keep)
    {
        foreach (var folder in Directory.EnumerateDirectories(root, $"{GenerationPrefix}*").Where(folder => folder != keep))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // Some systems keep files that are still being read; the next start drops them.
            }
        }
    }

    public void Dispose() => held.Dispose();
}

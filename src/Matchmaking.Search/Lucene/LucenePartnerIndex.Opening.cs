using Matchmaking.Core.Matching.Indexing;
using Microsoft.Extensions.Logging;
using LockObtainFailedException = Lucene.Net.Store.LockObtainFailedException;

namespace Matchmaking.Search.Lucene;

/// <content>The index as it lies on the disk, at the first use and after a failure.</content>
internal sealed partial class LucenePartnerIndex
{
    private Generation Searched()
    {
        if (searched is { } open)
        {
            return open;
        }

        lock (writing)
        {
            return searched ??= Open();
        }
    }

    private Generation Open()
    {
        var present = Present();
        state = present is null ? PartnerIndexState.NeedsRebuild : PartnerIndexState.Ready;
        var generation = present ?? new Generation(folder.Value.NewGeneration());
        folder.Value.DropOthers(generation.Folder);
        LogOpened(generation.Folder, generation.Searchable, state);
        return generation;
    }

    /// <summary>Null where there is none, and where its files are damaged: it is made from the database again.</summary>
    private Generation? Present()
    {
        if (folder.Value.Current() is not { } current)
        {
            return null;
        }

        try
        {
            return new Generation(current);
        }
        catch (Exception exception) when (exception is not (LockObtainFailedException or OutOfMemoryException))
        {
            LogDamaged(exception, current);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The search index {Folder} cannot be read and is built anew.")]
    private partial void LogDamaged(Exception exception, string folder);

    [LoggerMessage(LogLevel.Information, "The search index {Folder} is open: {Firms} firms, {State}.")]
    private partial void LogOpened(string folder, int firms, PartnerIndexState state);
}

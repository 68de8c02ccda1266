using System.Collections.Concurrent;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>Which of the indices on the server this version of the product can read; an index stays as it was made, so each is looked at once.</summary>
internal sealed class KnownGenerations(GenerationCatalog catalog, IndexSchema schema)
{
    private readonly ConcurrentDictionary<string, bool> readable = new(StringComparer.Ordinal);

    public async Task<bool> AreReadableAsync(IEnumerable<string> indices, CancellationToken cancellationToken)
    {
        foreach (var index in indices)
        {
            if (!readable.TryGetValue(index, out var known))
            {
                var found = (await catalog.ReadAsync(cancellationToken)).FirstOrDefault(generation => generation.Name == index);
                known = readable[index] = found?.IsOf(schema) == true;
            }

            if (!known)
            {
                return false;
            }
        }

        return true;
    }
}

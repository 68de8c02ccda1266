using System.Buffers;
using Microsoft.Extensions.Caching.Hybrid;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>
/// For what is made of this process's own objects (profiles of the index, readers, scorers) and never changes: the cache keeps the object
/// itself, and there is nothing to write for another process.
/// </summary>
internal sealed class KeptInProcess<T> : IHybridCacheSerializer<T>
{
    public T Deserialize(ReadOnlySequence<byte> source) =>
        throw new NotSupportedException($"{typeof(T).Name} is not kept outside of the process.");

    public void Serialize(T value, IBufferWriter<byte> target)
    {
        // The cache asks for the bytes of all it keeps, to limit their size.
    }
}

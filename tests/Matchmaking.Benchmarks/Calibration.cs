using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Matchmaking.Benchmarks;

/// <summary>A fixed piece of work of the kinds that the site does: hashing, sorting texts, and files made durable. Its time is the unit of the ratios.</summary>
internal static class Calibration
{
    private const int Rounds = 5;
    private const int Texts = 60_000;
    private const int Writes = 20;

    /// <summary>The quickest of some rounds: the one that was disturbed least.</summary>
    public static TimeSpan Measure() => Enumerable.Range(0, Rounds + 1).Select(_ => Work()).Skip(1).Min();

    private static TimeSpan Work()
    {
        var watch = Stopwatch.StartNew();
        var texts = new string[Texts];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var index = 0; index < Texts; index++)
        {
            SHA256.HashData(BitConverter.GetBytes(index), hash);
            texts[index] = Convert.ToHexString(hash);
        }

        Array.Sort(texts, StringComparer.Ordinal);
        var path = Path.GetTempFileName();
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 4096, FileOptions.DeleteOnClose))
        {
            for (var write = 0; write < Writes; write++)
            {
                file.Write(Encoding.ASCII.GetBytes(texts[write]));
                file.Flush(flushToDisk: true);
            }
        }

        return watch.Elapsed;
    }
}

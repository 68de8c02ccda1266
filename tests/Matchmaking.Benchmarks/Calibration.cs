using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Matchmaking.Benchmarks;

/// <summary>A fixed piece of work of the kinds that the site does: hashing, sorting texts, and files made durable. Its time is the unit of the ratios.</summary>
internal static class Calibration
{
    private const int Rounds = 5;
    private const int Texts = 60_000;
    private const int Writes = 20;

    public static Baseline Measure()
    {
        var rounds = Enumerable.Range(0, Rounds + 1).Select(_ => Work()).Skip(1).ToList();
        return new Baseline(rounds.Min(), rounds.Max());
    }

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

/// <param name="Quickest">Of some rounds: the one that was disturbed least.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Baseline(TimeSpan Quickest, TimeSpan Slowest)
{
    public Baseline And(Baseline other) =>
        new(Quickest < other.Quickest ? Quickest : other.Quickest, Slowest > other.Slowest ? Slowest : other.Slowest);
}

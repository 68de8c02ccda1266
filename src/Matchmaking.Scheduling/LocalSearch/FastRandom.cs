using System.Numerics;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>xoroshiro128+ (Blackman, Vigna 2018), seeded by SplitMix64: the same numbers for a seed on every machine, in a nanosecond each.</summary>
internal sealed class FastRandom
{
    private ulong first;
    private ulong second;

    public FastRandom(ulong seed)
    {
        first = Split(ref seed);
        second = Split(ref seed);
    }

    /// <summary>From 0 to below the limit.</summary>
    public int Next(int limit) => (int)(((Bits() >> 32) * (ulong)limit) >> 32);

    /// <summary>Above 0, at most 1.</summary>
    public double Share() => ((Bits() >> 11) + 1) * (1.0 / (1UL << 53));

    private static ulong Split(ref ulong seed)
    {
        seed += 0x9E3779B97F4A7C15;
        var mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    private ulong Bits()
    {
        var result = first + second;
        var mixed = second ^ first;
        first = BitOperations.RotateLeft(first, 24) ^ mixed ^ (mixed << 16);
        second = BitOperations.RotateLeft(mixed, 37);
        return result;
    }
}

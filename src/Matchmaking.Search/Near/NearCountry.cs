using Matchmaking.Core.Common;

namespace Matchmaking.Search.Near;

/// <summary>The firms of one country with their rows: nearly every search looks through one country, and reads no memory of the other.</summary>
internal sealed class NearCountry(NearSpace space)
{
    /// <summary>Rows of firms that were replaced or taken out, before the others are moved together.</summary>
    private const int LeastWaste = 4096;

    /// <summary>Rows of a block: half as many as there are, within these bounds.</summary>
    private const int LeastCapacity = 256;
    private const int MostCapacity = 1 << 16;

    private readonly Dictionary<CompanyId, int> places = [];
    private readonly List<NearEntry> entries = [];
    private NearBlock? last;
    private int wasted;

    public int Listings { get; private set; }

    /// <param name="listings">Of the dimensions of the space; at least one.</param>
    public void Add(NearFirm firm, List<NearVector> listings)
    {
        var block = BlockFor(listings.Count);
        places[firm.Id] = entries.Count;
        entries.Add(new NearEntry(firm, block, block.Count, listings.Count));
        listings.ForEach(block.Add);
        Listings += listings.Count;
    }

    public void Remove(CompanyId id)
    {
        if (!places.Remove(id, out var place))
        {
            return;
        }

        wasted += entries[place].Count;
        Listings -= entries[place].Count;
        // The last one takes the free place.
        if (place < entries.Count - 1)
        {
            entries[place] = entries[^1];
            places[entries[place].Firm.Id] = place;
        }

        entries.RemoveAt(entries.Count - 1);
    }

    /// <summary>As they are now, their rows close together.</summary>
    public IReadOnlyList<NearEntry> Entries()
    {
        if (wasted > LeastWaste && wasted > Listings / 3)
        {
            MoveTogether();
        }

        return entries;
    }

    private NearBlock BlockFor(int rows)
    {
        if (last?.Fits(rows) != true)
        {
            var capacity = Math.Clamp((Listings + wasted) / 2, LeastCapacity, MostCapacity);
            last = new NearBlock(Math.Max(capacity, rows), space.Dimensions);
        }

        return last;
    }

    /// <summary>Blocks go with the last firm that has rows in them.</summary>
    private void MoveTogether()
    {
        (last, wasted) = (null, 0);
        for (var place = 0; place < entries.Count; place++)
        {
            var entry = entries[place];
            var block = BlockFor(entry.Count);
            entries[place] = entry with { Block = block, Start = block.Count };
            block.AddFrom(entry.Block, entry.Start, entry.Count);
        }
    }
}

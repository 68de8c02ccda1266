using System.Runtime.InteropServices;
using Matchmaking.Core.Common;

namespace Matchmaking.Search.Near;

/// <summary>
/// All listings' vectors in memory, searched one by one: at this size a scan is as quick as a graph of neighbours, misses less, and takes
/// any filter. The first vector says how many dimensions there are; vectors of another length are near nothing and are left out.
/// The caller serialises writes; searches run beside them and see what stood at the last <see cref="Publish"/>.
/// </summary>
internal sealed class NearVectors
{
    /// <summary>Rows of firms that were replaced or taken out, before the others are moved together.</summary>
    private const int LeastWaste = 4096;

    /// <summary>Rows of a block: half as many as there are, within these bounds.</summary>
    private const int LeastCapacity = 256;
    private const int MostCapacity = 1 << 16;

    private readonly Dictionary<CompanyId, int> places = [];
    private readonly List<Entry> entries = [];
    private NearSpace? space;
    private NearBlock? last;
    private int listingCount;
    private int wasted;
    private volatile View? published;

    /// <summary>Listings that a search sees.</summary>
    public int Count => published?.Listings ?? 0;

    public void Put(NearFirm firm, IReadOnlyList<NearVector> listings)
    {
        Remove(firm.Id);
        space ??= listings.Count == 0 ? null : new NearSpace(listings[0].Vector.Dimensions);
        List<NearVector> comparable = [.. listings.Where(listing => listing.Vector.Dimensions == space?.Dimensions)];
        if (comparable.Count == 0)
        {
            return;
        }

        var block = BlockFor(comparable.Count);
        var entry = new Entry(firm, firm.Country, block, block.Count, comparable.Count);
        comparable.ForEach(block.Add);
        listingCount += comparable.Count;
        places[firm.Id] = entries.Count;
        entries.Add(entry);
    }

    public void Remove(CompanyId id)
    {
        if (!places.Remove(id, out var place))
        {
            return;
        }

        wasted += entries[place].Count;
        listingCount -= entries[place].Count;
        // The last one takes the free place.
        if (place < entries.Count - 1)
        {
            entries[place] = entries[^1];
            places[entries[place].Firm.Id] = place;
        }

        entries.RemoveAt(entries.Count - 1);
    }

    /// <summary>Makes everything so far visible to search.</summary>
    public void Publish()
    {
        if (space is null)
        {
            return;
        }

        if (wasted > LeastWaste && wasted > listingCount / 3)
        {
            MoveTogether();
        }

        published = new View(space, [.. entries], listingCount);
    }

    /// <returns>Best first; firms without any likeness are left out.</returns>
    public IReadOnlyList<NearHit> Search(NearQuery query)
    {
        if (published is not { } view)
        {
            return [];
        }

        NearVector[] comparable = [.. query.Wanted.Where(wanted => wanted.Vector.Dimensions == view.Space.Dimensions)];
        return comparable.Length == 0 ? [] : new NearScan(view.Space, view.Entries, comparable, query).Best();
    }

    private NearBlock BlockFor(int rows)
    {
        if (last?.Fits(rows) != true)
        {
            var capacity = Math.Clamp((listingCount + wasted) / 2, LeastCapacity, MostCapacity);
            last = new NearBlock(Math.Max(capacity, rows), space!.Dimensions);
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

    /// <summary>A firm with its rows; the country stands here because nearly every search asks for it, of every firm.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Entry(NearFirm Firm, Country Country, NearBlock Block, int Start, int Count);

    private sealed record View(NearSpace Space, Entry[] Entries, int Listings);
}

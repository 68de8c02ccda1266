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

    /// <summary>Made beyond what is expected.</summary>
    private const double Spare = 0.05;

    private readonly Dictionary<CompanyId, int> places = [];
    private readonly List<Entry> entries = [];
    private NearRows? rows;
    private int wasted;
    private volatile View? published;

    /// <summary>
    /// Firms to come in all, where that is known: rows are then made for them at once, as many as those so far lead to expect. To
    /// grow step by step touches three times the memory.
    /// </summary>
    public int Expected { get; set; }

    /// <summary>Listings that a search sees.</summary>
    public int Count => published?.Listings ?? 0;

    public void Put(NearFirm firm, IReadOnlyList<NearVector> listings)
    {
        Remove(firm.Id);
        rows ??= listings.Count == 0 ? null : new NearRows(listings[0].Vector.Dimensions);
        if (rows is null)
        {
            return;
        }

        var start = rows.Count;
        if (!rows.Fit(listings.Count) && entries.Count > 0 && entries.Count < Expected)
        {
            rows.Reserve((int)((long)rows.Count * (Expected - entries.Count) / entries.Count * (1 + Spare)));
        }

        rows.Reserve(listings.Count);
        foreach (var listing in listings)
        {
            if (listing.Vector.Dimensions == rows.Dimensions)
            {
                rows.Add(listing);
            }
        }

        if (rows.Count > start)
        {
            places[firm.Id] = entries.Count;
            entries.Add(new Entry(firm, firm.Country, start, rows.Count - start));
        }
    }

    public void Remove(CompanyId id)
    {
        if (!places.Remove(id, out var place))
        {
            return;
        }

        wasted += entries[place].Count;
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
        if (rows is null)
        {
            return;
        }

        if (wasted > LeastWaste && wasted > rows.Count / 4)
        {
            MoveTogether();
        }

        published = new View(rows.Frozen(), [.. entries], rows.Count - wasted);
    }

    /// <returns>Best first; firms without any likeness are left out.</returns>
    public IReadOnlyList<NearHit> Search(NearQuery query)
    {
        if (published is not { } view)
        {
            return [];
        }

        NearVector[] comparable = [.. query.Wanted.Where(wanted => wanted.Vector.Dimensions == view.Rows.Dimensions)];
        return comparable.Length == 0 ? [] : new NearScan(view.Rows, view.Entries, comparable, query).Best();
    }

    private void MoveTogether()
    {
        var moved = new NearRows(rows!.Dimensions);
        moved.Reserve(rows.Count - wasted);
        for (var place = 0; place < entries.Count; place++)
        {
            var entry = entries[place];
            entries[place] = entry with { Start = moved.Count };
            moved.AddFrom(rows, entry.Start, entry.Count);
        }

        (rows, wasted) = (moved, 0);
    }

    /// <summary>A firm with its rows; the country stands here because nearly every search asks for it, of every firm.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Entry(NearFirm Firm, Country Country, int Start, int Count);

    private sealed record View(NearRows Rows, Entry[] Entries, int Listings);
}

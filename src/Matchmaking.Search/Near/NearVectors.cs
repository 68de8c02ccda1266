using Matchmaking.Core.Common;

namespace Matchmaking.Search.Near;

/// <summary>
/// All listings' vectors in memory, searched one by one: at this size a scan is as quick as a graph of neighbours, misses less, and takes
/// any filter. The first vector says how many dimensions there are; vectors of another length are near nothing and are left out.
/// The caller serialises writes; searches run beside them and see what stood at the last <see cref="Publish"/>.
/// </summary>
internal sealed class NearVectors
{
    private readonly Dictionary<Country, NearCountry> countries = [];
    private NearSpace? space;
    private volatile View? published;

    /// <summary>Listings that a search sees.</summary>
    public int Count => published?.Listings ?? 0;

    public void Put(NearFirm firm, IReadOnlyList<NearVector> listings)
    {
        Remove(firm.Id);
        space ??= listings.Count == 0 ? null : new NearSpace(listings[0].Vector.Dimensions);
        List<NearVector> comparable = [.. listings.Where(listing => listing.Vector.Dimensions == space?.Dimensions)];
        if (comparable.Count > 0)
        {
            Of(firm.Country).Add(firm, comparable);
        }
    }

    public void Remove(CompanyId id)
    {
        foreach (var country in countries.Values)
        {
            country.Remove(id);
        }
    }

    /// <summary>Makes everything so far visible to search.</summary>
    public void Publish()
    {
        if (space is null)
        {
            return;
        }

        var firms = new List<NearEntry>();
        var places = new Dictionary<Country, Range>();
        foreach (var (country, vectors) in countries)
        {
            var start = firms.Count;
            firms.AddRange(vectors.Entries());
            places.Add(country, start..firms.Count);
        }

        published = new View(space, [.. firms], places, countries.Values.Sum(country => country.Listings));
    }

    /// <returns>Best first; firms without any likeness are left out.</returns>
    public IReadOnlyList<NearHit> Search(NearQuery query)
    {
        if (published is not { } view)
        {
            return [];
        }

        NearVector[] comparable = [.. query.Wanted.Where(wanted => wanted.Vector.Dimensions == view.Space.Dimensions)];
        return comparable.Length == 0 ? [] : new NearScan(view.Space, view.Of(query.Country), comparable, query).Best();
    }

    private NearCountry Of(Country country)
    {
        if (!countries.TryGetValue(country, out var known))
        {
            countries.Add(country, known = new NearCountry(space!));
        }

        return known;
    }

    /// <param name="Firms">Those of one country behind those of another.</param>
    private sealed record View(NearSpace Space, NearEntry[] Firms, Dictionary<Country, Range> Places, int Listings)
    {
        /// <param name="country">Null for all.</param>
        public ReadOnlyMemory<NearEntry> Of(Country? country) =>
            country is { } only ? Firms.AsMemory(Places.GetValueOrDefault(only)) : Firms;
    }
}

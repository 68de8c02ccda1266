using System.Runtime.InteropServices;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Free text over all that is published: listings that say the words, and firms that are called by them.</summary>
public sealed class SearchPartners(IPartnerIndex index, ListingReader reader, FirmTexts firms, AppDbContext db, TimeProvider clock)
{
    private const int FirmLimit = 400;
    private const int NeighbourLimit = 100;
    private const int HeadingsShown = 12;

    /// <summary>Who types a firm's name looks for the firm.</summary>
    private const float NameShare = 1.5f;

    public async Task<Result<SearchPage>> ExecuteAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await PageAsync(request, cancellationToken);
        }
        catch (PartnerIndexUnavailableException)
        {
            return SearchErrors.Unavailable;
        }
    }

    private async Task<SearchPage> PageAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var words = await SearchWords.OfAsync(request.Query, index, reader, cancellationToken);
        var found = words.Terms.Count == 0 ? [] : await FindAsync(words, cancellationToken);
        var chosen = Chosen(found, request);
        var pages = Math.Max(1, (chosen.Count + SearchRequest.PageSize - 1) / SearchRequest.PageSize);
        var page = Math.Clamp(request.Page, 1, pages);
        var shown = chosen.GetRange(
            (page - 1) * SearchRequest.PageSize,
            Math.Min(SearchRequest.PageSize, chosen.Count - (page - 1) * SearchRequest.PageSize)
        );
        return new SearchPage(
            request.Query,
            new Page<SearchHit>(await ReadAsync(shown, words, cancellationToken), page, SearchRequest.PageSize, chosen.Count),
            Facets<HitKind>(found.Where(hit => hit.IsOfCountry(request) && hit.IsUnderHeading(request)), hit => [hit.Kind], request.Kinds),
            Facets<Country>(
                found.Where(hit => hit.IsOfKind(request) && hit.IsUnderHeading(request)),
                hit => [hit.Profile.Country],
                request.Country is { } country ? [country] : []
            ),
            [
                .. Facets(found.Where(hit => hit.IsOfKind(request) && hit.IsOfCountry(request)), hit => hit.Headings, request.Headings)
                    .Where((facet, place) => facet.Chosen || place < HeadingsShown),
            ],
            await index.StateAsync(cancellationToken) == PartnerIndexState.NeedsRebuild
        );
    }

    /// <summary>All firms that <see cref="ExecuteAsync"/> finds page by page, by themselves or by a listing, best first.</summary>
    internal async Task<IReadOnlyList<CompanyId>> FirmsAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var words = await SearchWords.OfAsync(request.Query, index, reader, cancellationToken);
        var found = words.Terms.Count == 0 ? [] : await FindAsync(words, cancellationToken);
        return [.. Chosen(found, request).Select(hit => hit.Firm).Distinct()];
    }

    private static List<Found> Chosen(List<Found> found, SearchRequest request)
    {
        var chosen = found.FindAll(hit => hit.IsOfKind(request) && hit.IsOfCountry(request) && hit.IsUnderHeading(request));
        chosen.Sort((left, right) => Compare(left, right, request.Order));
        return chosen;
    }

    private async Task<List<Found>> FindAsync(SearchWords words, CancellationToken cancellationToken)
    {
        var today = ListingContent.Today(clock.GetUtcNow().UtcDateTime);
        var query = new PartnerQuery
        {
            Words = words.Weighted,
            WordsRequired = words.Required,
            Limit = FirmLimit,
        };
        var hits = await HitsAsync(query, words, cancellationToken);
        var ids = hits.Select(hit => hit.Id).ToList();
        var names = await db
            .Companies.AsNoTracking()
            .Where(company => ids.Contains(company.Id))
            .Select(company => new { company.Id, company.Profile.Names })
            .ToDictionaryAsync(company => company.Id, company => company.Names, cancellationToken);
        var found = new List<Found>();
        foreach (var hit in hits)
        {
            if (names.TryGetValue(hit.Id, out var name) && words.In(PartnerDocument.NamesOf(name)) is > 0 and var score)
            {
                found.Add(new Found(hit.Id, hit.Profile, null, score * NameShare));
            }

            found.AddRange(
                hit.Profile.Listings.Where(listing => listing.IsLive(today))
                    .Select(listing => new Found(hit.Id, hit.Profile, listing, words.In(listing)))
                    .Where(listing => listing.Score > 0)
            );
        }

        return found;
    }

    /// <summary>Those that say the words, those that name the concepts in other words, and those that mean nearly the same.</summary>
    private async Task<IReadOnlyList<PartnerHit>> HitsAsync(PartnerQuery saying, SearchWords words, CancellationToken cancellationToken)
    {
        var hits = await index.SearchAsync(saying, cancellationToken);
        if (words.Concepts.Count == 0 && words.Meaning is null)
        {
            return hits;
        }

        QuantizedVector[] vectors = words.Meaning is null ? [] : [words.Meaning];
        var meaning = new PartnerQuery
        {
            Words = [.. words.Concepts.Select(concept => new WeightedTerm(ListingTerms.ConceptTerm(concept), 1))],
            WantedVectors = vectors,
            OfferedVectors = vectors,
            Limit = NeighbourLimit,
        };
        return [.. hits.Concat(await index.SearchAsync(meaning, cancellationToken)).DistinctBy(hit => hit.Id)];
    }

    /// <summary>As the database has it now: what was withdrawn since the index was written is left out.</summary>
    private async Task<IReadOnlyList<SearchHit>> ReadAsync(List<Found> shown, SearchWords words, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var texts = await firms.ReadAsync([.. shown.Select(hit => hit.Firm).Distinct()], cancellationToken);
        var byId = texts.ToDictionary(firm => firm.Id);
        var hits = new List<SearchHit>();
        foreach (var hit in shown)
        {
            var firm = byId.GetValueOrDefault(hit.Firm);
            var listing = firm?.Listings.FirstOrDefault(listing => listing.Id == hit.Listing?.Id);
            if (firm is not null && (hit.Listing is null || listing is not null))
            {
                hits.Add(
                    new SearchHit(
                        hit.Kind,
                        firm.Id,
                        firm.Country,
                        firm.Names,
                        firm.Sector,
                        firm.Region,
                        firm.VerifiedUntil > now,
                        listing is null ? null : Marked(listing, words),
                        listing?.Content.HsCodes ?? [],
                        listing?.Content.ValidUntil
                    )
                );
            }
        }

        return hits;
    }

    private MatchedListing Marked(ListingText listing, SearchWords words) =>
        new(
            listing.Id,
            listing.Content.Language,
            listing.Content.Title,
            listing.Content.Text,
            Marks(listing.Content.Title, words),
            Marks(listing.Content.Text, words)
        );

    /// <summary>Where the text says a word, or names a concept, that was asked for.</summary>
    private IReadOnlyList<TextRange> Marks(string text, SearchWords words)
    {
        var read = new ReadText(text, reader.Glossary.Finder, []);
        var said = read.Tokens.Where(token => words.Terms.Contains(token.Text)).Select(token => new TextRange(token.Start, token.End));
        var named = read
            .Mentions.Where(mention => words.Concepts.Contains(mention.Concept.Id))
            .Select(mention => new TextRange(mention.Start, mention.End));
        return TextMarks.Joined([.. said, .. named]);
    }

    private static int Compare(Found left, Found right, PartnerOrder order)
    {
        var byScore = right.Score.CompareTo(left.Score);
        var byDay = right.ChangedOn.CompareTo(left.ChangedOn);
        return order == PartnerOrder.Newest && byDay != 0 ? byDay
            : byScore != 0 ? byScore
            : byDay != 0 ? byDay
            : left.Firm.Value.CompareTo(right.Firm.Value);
    }

    private static List<Facet<T>> Facets<T>(IEnumerable<Found> hits, Func<Found, IEnumerable<T>> values, IReadOnlyList<T> chosen)
        where T : notnull =>
        [
            .. hits.SelectMany(values)
                .GroupBy(value => value)
                .Select(group => new Facet<T>(group.Key, group.Count(), chosen.Contains(group.Key)))
                .OrderByDescending(facet => facet.Count),
        ];

    /// <param name="Listing">Null for the firm itself, found by its name.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Found(CompanyId Firm, MatchProfile Profile, MatchListing? Listing, float Score)
    {
        public HitKind Kind =>
            Listing switch
            {
                null => HitKind.Firm,
                { Kind: ListingKind.Offer } => HitKind.Offer,
                _ => HitKind.Need,
            };

        public IEnumerable<string> Headings => Listing is null ? [] : Listing.HsCodes.Select(code => code[..4]).Distinct();

        public bool IsOfKind(SearchRequest request) => request.Kinds.Count == 0 || request.Kinds.Contains(Kind);

        public bool IsOfCountry(SearchRequest request) => request.Country is null || Profile.Country == request.Country;

        public bool IsUnderHeading(SearchRequest request) => request.Headings.Count == 0 || Headings.Any(request.Headings.Contains);

        public DateOnly ChangedOn => Listing?.ChangedOn ?? DateOnly.MinValue;
    }
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Vectors;

/// <summary>
/// Gives listings what they mean: as it is kept, or made anew and kept from then on where the text, the encoder or the space is another.
/// A text is encoded again only for another text or encoder.
/// </summary>
public sealed class ListingVectors(AppDbContext db, MeaningSpace meanings)
{
    private const int ReadAtOnce = 500;

    /// <summary>A first index and the outbox make the same vectors side by side: who looks and writes alone finds what the other one kept.</summary>
    private static readonly SemaphoreSlim Keeping = new(1);

    /// <summary>The same firms, their listings with what they mean where there is an encoder.</summary>
    public async Task<IReadOnlyList<FirmText>> AddAsync(IReadOnlyList<FirmText> firms, CancellationToken cancellationToken)
    {
        var kept = await ReadAsync([.. firms.SelectMany(firm => firm.Listings)], cancellationToken);
        return
        [
            .. firms.Select(firm =>
                firm with
                {
                    Listings = [.. firm.Listings.Select(listing => listing with { Meaning = kept.GetValueOrDefault(listing.Id) })],
                }
            ),
        ];
    }

    /// <returns>Of all listings, or of none where there is no encoder.</returns>
    public async Task<IReadOnlyDictionary<ListingId, TextMeaning>> ReadAsync(
        IReadOnlyCollection<ListingText> listings,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<ListingId, TextMeaning>(listings.Count);
        foreach (var chunk in listings.Chunk(ReadAtOnce))
        {
            var ids = chunk.Select(listing => listing.Id).ToList();
            var kept = await db
                .ListingVectors.AsNoTracking()
                .Where(vector => ids.Contains(vector.ListingId))
                .ToDictionaryAsync(vector => vector.ListingId, cancellationToken);
            var missing = new List<(ListingText Listing, ListingVector? Encoded)>();
            foreach (var listing in chunk)
            {
                var stored = kept.GetValueOrDefault(listing.Id) is { } row && IsOf(row, listing) ? row : null;
                if (stored?.Space == meanings.Version)
                {
                    found.Add(listing.Id, TextMeaning.FromBytes(stored.Meaning));
                }
                else
                {
                    missing.Add((listing, stored));
                }
            }

            var made = Make(missing, cancellationToken);
            foreach (var vector in made)
            {
                found.Add(vector.ListingId, TextMeaning.FromBytes(vector.Meaning));
            }

            await KeepAsync(made, cancellationToken);
        }

        return found;
    }

    private bool IsOf(ListingVector stored, ListingText listing) =>
        stored.Encoder == meanings.Encoder.Id && stored.TextHash.AsSpan().SequenceEqual(ListingEncoding.Hash(listing.Content));

    /// <summary>On all cores: a first index has tens of thousands to make, and each takes milliseconds.</summary>
    private IReadOnlyList<ListingVector> Make(
        IReadOnlyList<(ListingText Listing, ListingVector? Encoded)> listings,
        CancellationToken cancellationToken
    ) =>
        meanings.Encoder.Dimensions == 0
            ? []
            :
            [
                .. listings
                    .AsParallel()
                    .AsOrdered()
                    .WithCancellation(cancellationToken)
                    .Select(item => Make(item.Listing, item.Encoded?.Values)),
            ];

    /// <param name="encoded">What the encoder made of it; null for not yet.</param>
    private ListingVector Make(ListingText listing, byte[]? encoded)
    {
        var values = encoded ?? ListingEncoding.Of(meanings.Encoder, listing.Content)!.ToBytes();
        return new ListingVector
        {
            ListingId = listing.Id,
            Encoder = meanings.Encoder.Id,
            TextHash = ListingEncoding.Hash(listing.Content),
            Values = values,
            Space = meanings.Version,
            Meaning = ListingEncoding.Read(meanings, listing.Content, QuantizedVector.FromBytes(values)).ToBytes(),
        };
    }

    private async Task KeepAsync(IReadOnlyList<ListingVector> made, CancellationToken cancellationToken)
    {
        if (made.Count == 0)
        {
            return;
        }

        await Keeping.WaitAsync(cancellationToken);
        try
        {
            await MarkAsync(made, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node kept the same one in this moment, or the listing is gone. Whoever asks next makes what is missing.
        }
        finally
        {
            Keeping.Release();
        }

        foreach (var vector in made)
        {
            db.Entry(vector).State = EntityState.Detached;
        }
    }

    /// <summary>Encoding takes its time, in which somebody else may have kept the same.</summary>
    private async Task MarkAsync(IReadOnlyList<ListingVector> made, CancellationToken cancellationToken)
    {
        var ids = made.Select(vector => vector.ListingId).ToList();
        var present = await db
            .ListingVectors.Where(vector => ids.Contains(vector.ListingId))
            .Select(vector => vector.ListingId)
            .ToListAsync(cancellationToken);
        foreach (var vector in made)
        {
            db.Entry(vector).State = present.Contains(vector.ListingId) ? EntityState.Modified : EntityState.Added;
        }
    }
}

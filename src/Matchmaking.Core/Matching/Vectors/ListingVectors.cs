using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Vectors;

/// <summary>Gives listings their vectors: those that are kept, and new ones, kept from then on, where the text or the encoder is another.</summary>
public sealed class ListingVectors(AppDbContext db, ITextEncoder encoder)
{
    private const int ReadAtOnce = 500;

    /// <summary>A first index and the outbox make the same vectors side by side: who looks and writes alone finds what the other one kept.</summary>
    private static readonly SemaphoreSlim Keeping = new(1);

    /// <summary>The same firms, their listings with vectors where there is an encoder.</summary>
    public async Task<IReadOnlyList<FirmText>> AddAsync(IReadOnlyList<FirmText> firms, CancellationToken cancellationToken)
    {
        var vectors = await ReadAsync([.. firms.SelectMany(firm => firm.Listings)], cancellationToken);
        return
        [
            .. firms.Select(firm =>
                firm with
                {
                    Listings = [.. firm.Listings.Select(listing => listing with { Encoded = vectors.GetValueOrDefault(listing.Id) })],
                }
            ),
        ];
    }

    /// <returns>Of all listings, or of none where there is no encoder.</returns>
    public async Task<IReadOnlyDictionary<ListingId, QuantizedVector>> ReadAsync(
        IReadOnlyCollection<ListingText> listings,
        CancellationToken cancellationToken
    )
    {
        var vectors = new Dictionary<ListingId, QuantizedVector>(listings.Count);
        foreach (var chunk in listings.Chunk(ReadAtOnce))
        {
            var ids = chunk.Select(listing => listing.Id).ToList();
            var kept = await db
                .ListingVectors.AsNoTracking()
                .Where(vector => ids.Contains(vector.ListingId))
                .ToDictionaryAsync(vector => vector.ListingId, cancellationToken);
            var missing = new List<ListingText>();
            foreach (var listing in chunk)
            {
                if (kept.TryGetValue(listing.Id, out var stored) && IsOf(stored, listing))
                {
                    vectors.Add(listing.Id, QuantizedVector.FromBytes(stored.Values));
                }
                else
                {
                    missing.Add(listing);
                }
            }

            var made = Encode(missing, cancellationToken);
            foreach (var vector in made)
            {
                vectors.Add(vector.ListingId, QuantizedVector.FromBytes(vector.Values));
            }

            await KeepAsync(made, cancellationToken);
        }

        return vectors;
    }

    private bool IsOf(ListingVector stored, ListingText listing) =>
        stored.Encoder == encoder.Id && stored.TextHash.AsSpan().SequenceEqual(ListingEncoding.Hash(listing.Content));

    /// <summary>On all cores: a first index has tens of thousands to make, and each takes milliseconds.</summary>
    private IReadOnlyList<ListingVector> Encode(IReadOnlyList<ListingText> listings, CancellationToken cancellationToken) =>
        encoder.Dimensions == 0
            ? []
            :
            [
                .. listings
                    .AsParallel()
                    .AsOrdered()
                    .WithCancellation(cancellationToken)
                    .Select(listing => new ListingVector
                    {
                        ListingId = listing.Id,
                        Encoder = encoder.Id,
                        TextHash = ListingEncoding.Hash(listing.Content),
                        Values = ListingEncoding.Of(encoder, listing.Content)!.ToBytes(),
                    }),
            ];

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

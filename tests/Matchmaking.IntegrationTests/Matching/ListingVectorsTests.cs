using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

public sealed class ListingVectorsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);
    private readonly LengthEncoder encoder = new("lengths-1");

    [Fact]
    public async Task Text_is_encoded_once_and_read_from_then_on()
    {
        var listing = await ListingAsync("铜箔", "电池级");
        var first = await ReadAsync(listing);
        Assert.Equal(["铜箔", "电池级"], encoder.Encoded);

        var second = await ReadAsync(listing);

        Assert.Equal(2, encoder.Encoded.Count);
        Assert.Equal(first.ToBytes(), second.ToBytes());
    }

    [Fact]
    public async Task Title_counts_more_than_the_text_and_stands_alone_where_there_is_none()
    {
        var both = await EncodedAsync(await ListingAsync("一", "四四四四"));
        var alone = await EncodedAsync(await ListingAsync("一", " "));

        // (1, 0) and 0.4 times (0, 1), made as long as 1.
        Assert.Equal(0.928f, both[0], 0.01f);
        Assert.Equal(0.371f, both[1], 0.01f);
        Assert.Equal([1f, 0f], alone);
    }

    [Fact]
    public async Task Changed_text_and_another_encoder_are_encoded_anew_in_the_place_of_the_old_one()
    {
        var listing = await ListingAsync("一", string.Empty);
        await ReadAsync(listing);
        await ReadAsync(listing with { Content = listing.Content with { Title = "四四四四" } });
        var ofText = await KeptAsync(listing.Id);
        Assert.Equal([0f, 1f], ofText.Vector);

        await ReadAsync(listing, new LengthEncoder("lengths-2"));

        var ofEncoder = await KeptAsync(listing.Id);
        Assert.Equal(("lengths-2", 1f), (ofEncoder.Encoder, ofEncoder.Vector[0]));
    }

    [Fact]
    public async Task In_another_space_the_same_text_means_another_thing_and_is_not_encoded_again()
    {
        var shipped = site.Services.GetRequiredService<MeaningSpace>().Lexicon;
        var listing = await ListingAsync("氢氟酸", "电子级");
        var before = await ReadAsync(listing);

        var after = await ReadAsync(listing, lexicon: shipped);

        Assert.Equal(2, encoder.Encoded.Count);
        Assert.Equal(shipped.Dimensions + encoder.Dimensions, after.Vector!.Dimensions);
        Assert.Equal((0, "2811"), (before.Headings.Count, after.Headings[0].Code));
        Assert.Equal(after.ToBytes(), (await ReadAsync(listing, lexicon: shipped)).ToBytes());
    }

    [Fact]
    public async Task Without_an_encoder_nothing_is_kept_and_firms_stay_as_they_are()
    {
        var listing = await ListingAsync("铜箔", string.Empty);
        var firm = Firms.Firm(Country.CN, "甲", listing);

        var firms = await site.WithDatabaseAsync(db => new ListingVectors(db, Space(new NoTextEncoder())).AddAsync([firm], default));

        Assert.Null(Assert.Single(Assert.Single(firms).Listings).Meaning);
        Assert.False(await site.WithDatabaseAsync(db => db.ListingVectors.AnyAsync(vector => vector.ListingId == listing.Id)));
    }

    [Fact]
    public async Task Vector_of_a_listing_that_is_gone_is_made_and_not_kept()
    {
        var (gone, kept) = (Firms.Offer("铝箔"), await ListingAsync("铜箔", string.Empty));

        Assert.NotNull((await ReadAsync(gone)).Vector);
        Assert.NotNull((await ReadAsync(kept)).Vector);

        Assert.Equal([kept.Id], await site.WithDatabaseAsync(db => KeptAmong(db.ListingVectors, [gone.Id, kept.Id])));
    }

    [Fact]
    public async Task Vector_goes_with_its_listing()
    {
        var listing = await ListingAsync("铜箔", string.Empty);
        await ReadAsync(listing);

        await site.WithDatabaseAsync(db => db.Listings.Where(item => item.Id == listing.Id).ExecuteDeleteAsync());

        Assert.Empty(await site.WithDatabaseAsync(db => KeptAmong(db.ListingVectors, [listing.Id])));
    }

    [Fact]
    public async Task Rebuild_keeps_the_vectors_of_all_that_is_live()
    {
        var listing = await ListingAsync("电池级氢氧化锂", "纯度高");

        await site.RebuildIndexAsync();

        Assert.Equal(site.Services.GetRequiredService<ITextEncoder>().Id, (await KeptAsync(listing.Id)).Encoder);
        var hits = await site
            .Services.GetRequiredService<IPartnerIndex>()
            .SearchAsync(new PartnerQuery { WantedVectors = [MeaningOf(listing.Content)], Limit = 5 }, default);
        Assert.Contains(hits[0].Profile.Listings, found => found.Id == listing.Id);
    }

    private QuantizedVector MeaningOf(ListingContent content) =>
        ListingEncoding.Read(site.Services.GetRequiredService<MeaningSpace>(), content).Vector!;

    private static Task<List<ListingId>> KeptAmong(IQueryable<ListingVector> vectors, ListingId[] ids) =>
        vectors.Where(vector => ids.Contains(vector.ListingId)).Select(vector => vector.ListingId).ToListAsync();

    /// <summary>One of the database, saying what is given, also where no form would take it.</summary>
    private async Task<ListingText> ListingAsync(string title, string text)
    {
        var said = Firms.Offer(title, text);
        var published = said.Content with { Text = string.IsNullOrWhiteSpace(text) ? "纯度高" : text };
        return said with { Id = await world.PublishedAsync(await world.FirmAsync(Country.CN, "澄锂"), ListingKind.Offer, published) };
    }

    private async Task<TextMeaning> ReadAsync(ListingText listing, ITextEncoder? by = null, LearntLexicon? lexicon = null) =>
        (await site.WithDatabaseAsync(db => new ListingVectors(db, Space(by ?? encoder, lexicon)).ReadAsync([listing], default)))[
            listing.Id
        ];

    private async Task<float[]> EncodedAsync(ListingText listing)
    {
        await ReadAsync(listing);
        return (await KeptAsync(listing.Id)).Vector;
    }

    private static MeaningSpace Space(ITextEncoder encoder, LearntLexicon? lexicon = null) => new(lexicon ?? LearntLexicon.Empty, encoder);

    private async Task<(string Encoder, float[] Vector)> KeptAsync(ListingId id)
    {
        var kept = await site.WithDatabaseAsync(db => db.ListingVectors.AsNoTracking().SingleAsync(vector => vector.ListingId == id));
        return (kept.Encoder, QuantizedVector.FromBytes(kept.Values).ToFloats());
    }

    /// <summary>Short texts lie along one axis, long ones along the other.</summary>
    private sealed class LengthEncoder(string id) : ITextEncoder
    {
        public List<string> Encoded { get; } = [];

        public string Id => id;

        public int Dimensions => 2;

        public float[] Encode(string text)
        {
            Encoded.Add(text);
            return text.Length < 4 ? [1, 0] : [0, 1];
        }
    }
}

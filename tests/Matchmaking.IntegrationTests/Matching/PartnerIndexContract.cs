using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

/// <summary>What every engine has to do alike.</summary>
public abstract partial class PartnerIndexContract
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    /// <summary>The same index each time, as after a restart of the process.</summary>
    protected abstract IPartnerIndex Index { get; }

    protected abstract void Restart();

    [Fact]
    public async Task Firm_is_found_by_its_offer_for_a_need_and_by_its_need_for_an_offer_in_one_query()
    {
        var supplier = Firms.Firm(Country.CN, "澄锂", Firms.Offer("电池级氢氧化锂"));
        var buyer = Firms.Firm(Country.CN, "瑞远", Firms.Need("引进正极材料烧结工艺"));
        var both = Firms.Firm(Country.CN, "汇能", Firms.Offer("氢氧化锂"), Firms.Need("正极材料"));
        await PutAsync(supplier, buyer, both);

        var hits = await Index.SearchAsync(
            new PartnerQuery
            {
                Wanted = Terms("求购氢氧化锂"),
                Offered = Terms("正极材料"),
                Limit = 10,
            },
            default
        );

        Assert.Equal(both.Id, hits[0].Id);
        Assert.Equal([supplier.Id, buyer.Id], hits.Skip(1).Select(hit => hit.Id).OrderBy(id => id == buyer.Id));
    }

    [Fact]
    public async Task Terms_add_up_by_their_weights_whatever_the_length_of_a_text()
    {
        var near = Firms.Firm(Country.CN, "甲", Firms.Offer("氢氧化锂", "电池级产品，纯度高，月产能充足，全球供货，质量稳定"));
        var far = Firms.Firm(Country.CN, "乙", Firms.Offer("氢氧化钠"));
        await PutAsync(far, near);

        var hits = await FindOffersAsync(new WeightedTerm("氢氧", 0.5f), new WeightedTerm("化锂", 2f));

        Assert.Equal([(near.Id, 2.5f), (far.Id, 0.5f)], hits.Select(hit => (hit.Id, hit.Score)));
    }

    [Fact]
    public async Task Profile_comes_back_as_it_was_put_in()
    {
        var firm = Firms.Firm(Country.KR, "한빛", Firms.Offer("고순도 수산화리튬", "99.9%", "282520"), Firms.Need("블랙매스"));
        var document = firm.Document();
        await PutAsync(firm);

        var profile = Assert.Single(await FindOffersAsync(new WeightedTerm("수산화리튬", 1))).Profile;

        Assert.Equal(MatchProfileCodec.Write(document.Profile), MatchProfileCodec.Write(profile));
        Assert.Equal(["282520"], profile.Listings[0].HsCodes);
    }

    [Fact]
    public async Task All_of_a_batch_is_found_when_it_is_written_documents_and_removals_together()
    {
        var (kept, gone, other) = (Offering("铜箔"), Offering("铜箔"), Offering("铜箔"));
        await PutAsync(kept, gone);

        await WriteAsync(PartnerChange.Of(other.Document()), PartnerChange.Removal(gone.Id, 2), PartnerChange.Removal(CompanyId.New(), 7));

        var found = await FindOffersAsync(new WeightedTerm("铜箔", 1));
        Assert.Equal(new[] { kept.Id, other.Id }.Order(ById), found.Select(hit => hit.Id).Order(ById));
    }

    [Fact]
    public async Task Newer_document_replaces_the_older_one_and_never_the_other_way()
    {
        var firm = Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔"));
        var changed = firm with { Listings = [Firms.Offer("铝箔")] };
        foreach (var document in new[] { firm.Document(2), changed.Document(3), firm.Document(2), changed.Document(3), firm.Document(1) })
        {
            await WriteAsync(PartnerChange.Of(document));
        }

        Assert.Empty(await FindOffersAsync(new WeightedTerm("铜箔", 1)));
        Assert.Single(await FindOffersAsync(new WeightedTerm("铝箔", 1)));
    }

    [Fact]
    public async Task Of_the_changes_of_a_large_batch_each_firm_has_its_newest()
    {
        var firms = Enumerable.Range(0, 120).Select(_ => Offering("铜箔")).ToList();
        var changes = firms.SelectMany((firm, place) => new[] { PartnerChange.Of(firm.Document(1)), Newest(firm, place) });

        await WriteAsync([.. changes]);

        var all = new PartnerQuery { Wanted = [new WeightedTerm("铝箔", 1)], Limit = 2 * firms.Count };
        Assert.Empty(await FindOffersAsync(new WeightedTerm("铜箔", 1)));
        var found = await Index.SearchAsync(all, default);
        Assert.Equal(firms[20..].Select(firm => firm.Id).Order(ById), found.Select(hit => hit.Id).Order(ById));

        static PartnerChange Newest(FirmText firm, int place) =>
            place < 20 ? PartnerChange.Removal(firm.Id, 2) : PartnerChange.Of((firm with { Listings = [Firms.Offer("铝箔")] }).Document(2));
    }

    [Fact]
    public async Task Deleted_firm_does_not_come_back_with_an_older_document_even_after_a_restart()
    {
        var firm = Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔"));
        await RebuildAsync(firm);
        await WriteAsync(PartnerChange.Removal(firm.Id, 5));
        Restart();

        await WriteAsync(PartnerChange.Of(firm.Document(version: 4)), PartnerChange.Of(firm.Document(version: 5)));
        Assert.Empty(await FindOffersAsync(new WeightedTerm("铜箔", 1)));

        await WriteAsync(PartnerChange.Of(firm.Document(version: 6)));
        Assert.Single(await FindOffersAsync(new WeightedTerm("铜箔", 1)));
    }

    [Fact]
    public async Task What_was_written_survives_a_restart()
    {
        await RebuildAsync();
        await PutAsync(Offering("铜箔"));

        Restart();

        Assert.Equal(PartnerIndexState.Ready, await Index.StateAsync(default));
        Assert.Single(await FindOffersAsync(new WeightedTerm("铜箔", 1)));
    }

    [Fact]
    public async Task Only_firms_that_were_taken_out_long_enough_ago_and_have_not_come_back_are_forgotten()
    {
        var (gone, back, kept) = (Offering("铜箔"), Offering("铜箔"), Offering("铝箔"));
        await RebuildAsync(gone, back, kept);
        await WriteAsync(PartnerChange.Removal(gone.Id, long.MaxValue), PartnerChange.Removal(back.Id, 2));
        await WriteAsync(PartnerChange.Of(back.Document(version: 3)));
        var removed = DateTime.UtcNow;

        Assert.Equal(0, await Index.ForgetRemovedAsync(removed.AddHours(-1), default));
        Assert.Equal(1, await Index.ForgetRemovedAsync(removed.AddHours(1), default));
        Assert.Equal(0, await Index.ForgetRemovedAsync(removed.AddHours(1), default));

        Assert.Equal(new[] { back.Id, kept.Id }.Order(ById), (await FindAsync(PartnerFilter.None)).Select(hit => hit.Id).Order(ById));
    }

    [Fact]
    public async Task Every_filter_holds_and_together_they_all_hold()
    {
        var plain = Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔", codes: "741011"));
        var wanted = plain with
        {
            Id = CompanyId.New(),
            Country = Country.KR,
            Sector = "semiconductors",
            Region = "KR-28",
            VerifiedUntil = Now.AddDays(1),
            Listings = [WithMode(Firms.Offer("铜箔", codes: "850760"), CooperationMode.OemOdm)],
        };
        await PutAsync(plain, wanted);
        PartnerFilter[] filters =
        [
            new() { Country = Country.KR },
            new() { Sectors = ["semiconductors", "solar"] },
            new() { Regions = ["KR-28"] },
            new() { Chapters = ["85"] },
            new() { Modes = [CooperationMode.OemOdm] },
            new() { VerifiedAt = Now },
            new()
            {
                Country = Country.KR,
                Sectors = ["semiconductors"],
                Regions = ["KR-28"],
                Chapters = ["85"],
                Modes = [CooperationMode.OemOdm],
                VerifiedAt = Now,
            },
        ];

        foreach (var filter in filters)
        {
            Assert.Equal(wanted.Id, Assert.Single(await FindAsync(filter)).Id);
        }

        Assert.Empty(await FindAsync(new PartnerFilter { VerifiedAt = Now.AddDays(2) }));
        Assert.Empty(await FindAsync(new PartnerFilter { Country = Country.CN, Sectors = ["semiconductors"] }));
        Assert.Equal(2, (await FindAsync(PartnerFilter.None)).Count);
    }

    [Fact]
    public async Task Filters_see_changes_made_after_they_were_used()
    {
        var firm = Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔"));
        await PutAsync(firm);
        Assert.Single(await FindAsync(new PartnerFilter { Country = Country.CN }));

        await WriteAsync(PartnerChange.Removal(firm.Id, 2));
        await PutAsync(Firms.Firm(Country.CN, "乙", Firms.Offer("铝箔")), Firms.Firm(Country.CN, "丙", Firms.Offer("锡箔")));

        Assert.Equal(2, (await FindAsync(new PartnerFilter { Country = Country.CN })).Count);
    }

    [Fact]
    public async Task Free_words_are_looked_for_in_offers_needs_and_names_and_as_many_are_required_as_asked()
    {
        var byOffer = Firms.Firm(Country.KR, "새벽", Firms.Offer("동박 구리 호일"));
        var byNeed = Firms.Firm(Country.KR, "아침", Firms.Need("구리 스크랩"));
        var byName = Firms.Firm(Country.KR, "㈜구리전자 주식회사", Firms.Offer("커넥터"));
        await PutAsync(byOffer, byNeed, byName);

        Assert.Equal(3, (await WordsAsync(1, "구리")).Count);
        Assert.Equal(byOffer.Id, Assert.Single(await WordsAsync(2, "구리", "호일")).Id);
        Assert.Equal(byName.Id, Assert.Single(await WordsAsync(1, "구리전자")).Id);
        Assert.Empty(await WordsAsync(1, "주식회사"));
    }

    [Fact]
    public async Task Asking_firm_never_finds_itself_and_takes_nobodys_place()
    {
        var firms = Enumerable.Range(0, 5).Select(number => Firms.Firm(Country.CN, $"{number}", Firms.Offer("铜箔"))).ToArray();
        await PutAsync(firms);

        var hits = await Index.SearchAsync(
            new PartnerQuery
            {
                Wanted = [new WeightedTerm("铜箔", 1)],
                Except = firms[0].Id,
                Limit = 4,
            },
            default
        );

        Assert.Equal(firms.Skip(1).Select(firm => firm.Id).Order(ById), hits.Select(hit => hit.Id).Order(ById));
    }

    [Fact]
    public async Task Statistics_count_firms_and_not_listings_as_the_index_is_now()
    {
        await PutAsync(
            Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔"), Firms.Offer("铜箔"), Firms.Need("铝箔")),
            Firms.Firm(Country.KR, "乙", Firms.Need("铜箔")),
            Firms.Firm(Country.KR, "丙", Firms.Need("铜箔"))
        );

        var statistics = await Index.StatisticsAsync(["铜箔", "铝箔", "锡箔"], default);

        Assert.Equal(3, statistics.Documents);
        Assert.Equal(2, statistics.Frequencies["铜箔"]);
        Assert.Equal(1, statistics.Frequencies["铝箔"]);
        Assert.False(statistics.Frequencies.ContainsKey("锡箔"));

        await PutAsync(Firms.Firm(Country.KR, "丁", Firms.Need("锡箔"), Firms.Need("铜箔")));

        statistics = await Index.StatisticsAsync(["铜箔", "锡箔"], default);
        Assert.Equal(3, statistics.Frequencies["铜箔"]);
        Assert.Equal(1, statistics.Frequencies["锡箔"]);
    }

    [Fact]
    public async Task Old_generation_is_searched_until_the_new_one_is_full()
    {
        var (before, after) = (Offering("铜箔"), Offering("铝箔"));
        await RebuildAsync(before);

        await Index.RebuildAsync(SlowlyAsync(), default);

        async IAsyncEnumerable<IReadOnlyList<PartnerDocument>> SlowlyAsync()
        {
            Assert.Equal(
                [PartnerGenerationState.Building, PartnerGenerationState.Searched],
                (await Index.GenerationsAsync(default)).Select(generation => generation.State).Take(2)
            );
            yield return [after.Document()];
            Assert.Equal(before.Id, Assert.Single(await FindAsync(PartnerFilter.None)).Id);
        }

        var searched = (await Index.GenerationsAsync(default))[0];
        Assert.Equal((PartnerGenerationState.Searched, 1), (searched.State, searched.Documents));
        Assert.NotEmpty(searched.Schema);
        Assert.InRange(searched.CreatedAt, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(after.Id, Assert.Single(await FindAsync(PartnerFilter.None)).Id);
        Restart();
        Assert.Equal(after.Id, Assert.Single(await FindAsync(PartnerFilter.None)).Id);
    }

    [Fact]
    public async Task Change_that_comes_during_a_rebuild_is_in_both_and_the_older_document_of_the_rebuild_does_not_undo_it()
    {
        var (kept, gone) = (Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔")), Firms.Firm(Country.CN, "乙", Firms.Offer("铜箔")));
        await PutAsync(kept, gone);
        var changed = kept with { Listings = [Firms.Offer("铝箔")] };

        await Index.RebuildAsync(MeanwhileAsync(), default);

        async IAsyncEnumerable<IReadOnlyList<PartnerDocument>> MeanwhileAsync()
        {
            await WriteAsync(PartnerChange.Of(changed.Document(version: 2)), PartnerChange.Removal(gone.Id, 2));
            Assert.Single(await FindOffersAsync(new WeightedTerm("铝箔", 1)));
            yield return [kept.Document(version: 1), gone.Document(version: 1)];
        }

        Assert.Equal(kept.Id, Assert.Single(await FindAsync(PartnerFilter.None)).Id);
        Assert.Single(await FindOffersAsync(new WeightedTerm("铝箔", 1)));
    }

    [Fact]
    public async Task Rebuild_that_fails_leaves_the_old_generation_and_the_next_one_succeeds()
    {
        await RebuildAsync(Offering("铜箔"));

        await Assert.ThrowsAsync<InvalidDataException>(() => Index.RebuildAsync(FailingAsync(), default));

        async IAsyncEnumerable<IReadOnlyList<PartnerDocument>> FailingAsync()
        {
            yield return [Offering("铝箔").Document(), Offering("铝箔").Document()];
            await Task.Yield();
            throw new InvalidDataException("The database has gone.");
        }

        Assert.Single(await FindAsync(PartnerFilter.None));
        Assert.DoesNotContain(await Index.GenerationsAsync(default), generation => generation.State == PartnerGenerationState.Building);
        await PutAsync(Offering("锡箔"));
        Restart();
        Assert.Equal(2, (await FindAsync(PartnerFilter.None)).Count);
        await RebuildAsync(Offering("铝箔"));
        Assert.Single(await FindAsync(PartnerFilter.None));
    }

    [Fact]
    public async Task Search_goes_on_without_an_error_while_generations_are_swapped()
    {
        var firm = Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔"));
        await RebuildAsync(firm);
        using var stop = new CancellationTokenSource();
        var searching = Enumerable
            .Range(0, 2)
            .Select(_ =>
                Task.Run(async () =>
                {
                    while (!stop.IsCancellationRequested)
                    {
                        Assert.Single(await FindAsync(PartnerFilter.None));
                    }
                })
            )
            .ToList();

        for (var generation = 0; generation < 20; generation++)
        {
            await RebuildAsync(firm);
        }

        await stop.CancelAsync();
        await Task.WhenAll(searching);
    }

    private static Comparer<CompanyId> ById { get; } = Comparer<CompanyId>.Create((left, right) => left.Value.CompareTo(right.Value));

    private static ListingText WithMode(ListingText listing, CooperationMode mode) =>
        listing with
        {
            Content = listing.Content with { Modes = [mode] },
        };

    private static IReadOnlyList<WeightedTerm> Terms(string text) =>
        [.. Tokenizer.Tokenize(text).Where(token => token.Weight > 0).Select(token => new WeightedTerm(token.Text, token.Weight))];

    private static FirmText Offering(string title) => Firms.Firm(Country.CN, "甲", Firms.Offer(title));

    private Task PutAsync(params FirmText[] firms) => WriteAsync([.. firms.Select(firm => PartnerChange.Of(firm.Document()))]);

    private async Task WriteAsync(params PartnerChange[] changes) => Assert.Empty(await Index.WriteAsync(changes, default));

    private Task RebuildAsync(params FirmText[] firms) => Index.RebuildAsync([.. firms.Select(firm => firm.Document())]);

    private async Task<IReadOnlyList<PartnerHit>> FindOffersAsync(params WeightedTerm[] terms) =>
        await Index.SearchAsync(new PartnerQuery { Wanted = terms, Limit = 10 }, default);

    private async Task<IReadOnlyList<PartnerHit>> FindAsync(PartnerFilter filter) =>
        await Index.SearchAsync(new PartnerQuery { Filter = filter, Limit = 10 }, default);

    private Task<IReadOnlyList<PartnerHit>> WordsAsync(int required, params string[] words) =>
        Index.SearchAsync(
            new PartnerQuery
            {
                Words = [.. words.Select(word => new WeightedTerm(word, 1))],
                WordsRequired = required,
                Limit = 10,
            },
            default
        );
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Xunit;

namespace Matchmaking.UnitTests.Companies;

public sealed class SectorsAndRegionsTests
{
    [Fact]
    public void Every_region_is_named_once_in_each_language()
    {
        Assert.Equal(31, Regions.Of(Country.CN).Count());
        Assert.Equal(17, Regions.Of(Country.KR).Count());
        foreach (var language in LanguageCodes.All)
        {
            Assert.All(Regions.All, region => Assert.NotEmpty(region.Names.In(language)));
            Assert.Equal(Regions.All.Count, Regions.All.Select(region => region.Names.In(language)).Distinct().Count());
        }
    }

    [Fact]
    public void A_region_belongs_to_one_country()
    {
        Assert.True(Regions.IsKnown(Country.KR, "KR-28"));
        Assert.False(Regions.IsKnown(Country.CN, "KR-28"));
        Assert.False(Regions.IsKnown(Country.CN, "CN-TW"));
        Assert.False(Regions.IsKnown(Country.KR, null));
    }

    [Fact]
    public void Sector_codes_fit_the_column_and_differ()
    {
        Assert.Equal(26, Sectors.All.Distinct().Count());
        Assert.All(Sectors.All, code => Assert.InRange(code.Length, 1, 32));
        Assert.False(Sectors.IsKnown("Batteries"));
    }

    [Fact]
    public void Codes_of_cooperation_modes_are_read_back() =>
        Assert.All(
            Enum.GetValues<CooperationMode>(),
            mode => Assert.Equal(mode, CooperationModes.TryParse(mode.ToCode(), out var parsed) ? parsed : null as CooperationMode?)
        );
}

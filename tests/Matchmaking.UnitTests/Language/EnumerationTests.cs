using Matchmaking.Core.Language;
using Xunit;

namespace Matchmaking.UnitTests.Language;

public sealed class EnumerationTests
{
    [Theory]
    [InlineData("지류,아트지,백상지 제조", "지류", "아트지", "백상지 제조")]
    [InlineData("휴대폰부품(SHIELD, BRACKET)", "휴대폰부품", "SHIELD", "BRACKET")]
    [InlineData("반도체 장비 및 부품", "반도체 장비", "부품")]
    [InlineData("铜箔、铝箔和导电剂", "铜箔", "铝箔", "导电剂")]
    [InlineData("不饱和聚酯树脂及固化剂", "不饱和聚酯树脂", "固化剂")]
    [InlineData("pumps and valves; fittings", "pumps", "valves", "fittings")]
    public void Items_stand_apart(string title, params string[] items) => Assert.Equal(items, Enumeration.Items(title));

    [Theory]
    [InlineData("고순도 수산화리튬")]
    [InlineData("不饱和聚酯树脂")]
    [InlineData("sandwich panel")]
    [InlineData("")]
    [InlineData("，，、()")]
    public void Text_that_names_one_thing_has_no_items(string title) => Assert.Empty(Enumeration.Items(title));

    [Fact]
    public void Endless_enumerations_are_cut() =>
        Assert.Equal(6, Enumeration.Items(string.Join(',', Enumerable.Repeat("铜箔", 500))).Count);
}

using System.Text.RegularExpressions;
using Matchmaking.Web.Localization;
using Xunit;

namespace Matchmaking.IntegrationTests.Localization;

public sealed partial class KoreanParticleTests
{
    [Theory]
    [InlineData("{0}{0:을/를} 추가했어요.", "노트북", "노트북을 추가했어요.")]
    [InlineData("{0}{0:을/를} 추가했어요.", "휴대전화", "휴대전화를 추가했어요.")]
    [InlineData("{0}{0:은/는} 안 돼요.", "경기도", "경기도는 안 돼요.")]
    [InlineData("초안 {0}{0:을/를} 공개", 1, "초안 1을 공개")]
    [InlineData("초안 {0}{0:을/를} 공개", 2, "초안 2를 공개")]
    [InlineData("초안 {0}{0:이/가} 보여요", 10, "초안 10이 보여요")]
    [InlineData("{0}{0:이/가} 끝나면", "2026-12-01 (화)", "2026-12-01 (화)가 끝나면")]
    [InlineData("{0}{0:을/를} 초대해요.", "두레솔에너지소재㈜", "두레솔에너지소재㈜를 초대해요.")]
    [InlineData("‘{0}’{0:으로/로} 저장했어요.", "전해액", "‘전해액’으로 저장했어요.")]
    [InlineData("‘{0}’{0:으로/로} 저장했어요.", "니켈", "‘니켈’로 저장했어요.")]
    [InlineData("‘{0}’{0:이라는/라는} 업종", "철강", "‘철강’이라는 업종")]
    [InlineData("{0}{0:으로/로} 읽었어요.", "UTF-8", "UTF-8로 읽었어요.")]
    [InlineData("{0}{0:과/와} 만나요.", "SEM", "SEM과 만나요.")]
    [InlineData("{0}{0:을/를} 초대해요.", "湖北砚衡", "湖北砚衡을(를) 초대해요.")]
    [InlineData("{0}{0:으로/로} 읽었어요.", "Office laptop", "Office laptop(으)로 읽었어요.")]
    [InlineData("{0}{0:은/는} 안 돼요.", "", "은(는) 안 돼요.")]
    public void A_particle_goes_by_the_sound_before_it(string text, object before, string expected) =>
        Assert.Equal(expected, string.Format(CountedWords.Instance, text, before));

    [Fact]
    public void No_Korean_text_leaves_the_choice_to_its_reader_or_misspells_a_pair() =>
        Assert.DoesNotContain(
            Resources.Korean.Values,
            text =>
                WrittenOut().IsMatch(text) || Pair().Matches(text).Any(pair => KoreanParticles.For(pair.Groups["pair"].Value, "가") is null)
        );

    [GeneratedRegex(@"\}[’”""']?([은이을과]\([는가를와]\)|\(으\)로|\(이\))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrittenOut();

    [GeneratedRegex(@"\{\d:(?<pair>[^}|]*)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();
}

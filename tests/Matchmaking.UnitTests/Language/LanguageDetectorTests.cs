using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Xunit;

namespace Matchmaking.UnitTests.Language;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("고순도 수산화리튬 월 40톤 구매", LanguageCode.Ko)]
    [InlineData("Wi-Fi 6·BLE 5.3 콤보 모듈", LanguageCode.Ko)]
    [InlineData("1200V SiC MOSFET 하프브리지 모듈 (HD12 시리즈)", LanguageCode.Ko)]
    [InlineData("가금(家禽)류와 양(羊)", LanguageCode.Ko)]
    [InlineData("电池级氢氧化锂，纯度99.5%以上", LanguageCode.Zh)]
    [InlineData("氫氧化鋰", LanguageCode.Zh)]
    [InlineData("采购cTnI、NT-proBNP、PCT单抗配对及抗原", LanguageCode.Zh)]
    [InlineData("为韩国品牌（한빛）代工化妆品包装容器", LanguageCode.Zh)]
    [InlineData("Isostatic graphite blocks, ash < 5 ppm", LanguageCode.En)]
    [InlineData("We look for a Korean importer (한국 총판) holding KGMP to take MFDS certification", LanguageCode.En)]
    [InlineData("99.9% 😀 \uD800", LanguageCode.En)]
    [InlineData("", LanguageCode.En)]
    public void Language_is_told_by_the_script(string text, LanguageCode expected) => Assert.Equal(expected, LanguageDetector.Detect(text));
}

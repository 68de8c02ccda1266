using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <param name="Code">ISO 3166-2, as in <c>KR-28</c>.</param>
public sealed record Region(string Code, Country Country, LocalizedText Names);

/// <summary>
/// First-level subdivisions of the Chinese mainland and of Korea. Their names are data and not interface texts: files, the index and
/// mails name them in languages other than the reader's, and a list of 48 rows needs no file beside the code.
/// </summary>
public static class Regions
{
    /// <summary>By country; inside it in the order in which its own statistics list them.</summary>
    public static readonly IReadOnlyList<Region> All =
    [
        new("CN-BJ", Country.CN, new LocalizedText("北京", "베이징", "Beijing")),
        new("CN-TJ", Country.CN, new LocalizedText("天津", "톈진", "Tianjin")),
        new("CN-HE", Country.CN, new LocalizedText("河北", "허베이성", "Hebei")),
        new("CN-SX", Country.CN, new LocalizedText("山西", "산시성(山西)", "Shanxi")),
        new("CN-NM", Country.CN, new LocalizedText("内蒙古", "네이멍구", "Inner Mongolia")),
        new("CN-LN", Country.CN, new LocalizedText("辽宁", "랴오닝성", "Liaoning")),
        new("CN-JL", Country.CN, new LocalizedText("吉林", "지린성", "Jilin")),
        new("CN-HL", Country.CN, new LocalizedText("黑龙江", "헤이룽장성", "Heilongjiang")),
        new("CN-SH", Country.CN, new LocalizedText("上海", "상하이", "Shanghai")),
        new("CN-JS", Country.CN, new LocalizedText("江苏", "장쑤성", "Jiangsu")),
        new("CN-ZJ", Country.CN, new LocalizedText("浙江", "저장성", "Zhejiang")),
        new("CN-AH", Country.CN, new LocalizedText("安徽", "안후이성", "Anhui")),
        new("CN-FJ", Country.CN, new LocalizedText("福建", "푸젠성", "Fujian")),
        new("CN-JX", Country.CN, new LocalizedText("江西", "장시성", "Jiangxi")),
        new("CN-SD", Country.CN, new LocalizedText("山东", "산둥성", "Shandong")),
        new("CN-HA", Country.CN, new LocalizedText("河南", "허난성", "Henan")),
        new("CN-HB", Country.CN, new LocalizedText("湖北", "후베이성", "Hubei")),
        new("CN-HN", Country.CN, new LocalizedText("湖南", "후난성", "Hunan")),
        new("CN-GD", Country.CN, new LocalizedText("广东", "광둥성", "Guangdong")),
        new("CN-GX", Country.CN, new LocalizedText("广西", "광시", "Guangxi")),
        new("CN-HI", Country.CN, new LocalizedText("海南", "하이난성", "Hainan")),
        new("CN-CQ", Country.CN, new LocalizedText("重庆", "충칭", "Chongqing")),
        new("CN-SC", Country.CN, new LocalizedText("四川", "쓰촨성", "Sichuan")),
        new("CN-GZ", Country.CN, new LocalizedText("贵州", "구이저우성", "Guizhou")),
        new("CN-YN", Country.CN, new LocalizedText("云南", "윈난성", "Yunnan")),
        new("CN-XZ", Country.CN, new LocalizedText("西藏", "시짱(티베트)", "Tibet")),
        new("CN-SN", Country.CN, new LocalizedText("陕西", "산시성(陕西)", "Shaanxi")),
        new("CN-GS", Country.CN, new LocalizedText("甘肃", "간쑤성", "Gansu")),
        new("CN-QH", Country.CN, new LocalizedText("青海", "칭하이성", "Qinghai")),
        new("CN-NX", Country.CN, new LocalizedText("宁夏", "닝샤", "Ningxia")),
        new("CN-XJ", Country.CN, new LocalizedText("新疆", "신장", "Xinjiang")),
        new("KR-11", Country.KR, new LocalizedText("首尔", "서울", "Seoul")),
        new("KR-26", Country.KR, new LocalizedText("釜山", "부산", "Busan")),
        new("KR-27", Country.KR, new LocalizedText("大邱", "대구", "Daegu")),
        new("KR-28", Country.KR, new LocalizedText("仁川", "인천", "Incheon")),
        new("KR-29", Country.KR, new LocalizedText("光州", "광주", "Gwangju")),
        new("KR-30", Country.KR, new LocalizedText("大田", "대전", "Daejeon")),
        new("KR-31", Country.KR, new LocalizedText("蔚山", "울산", "Ulsan")),
        new("KR-50", Country.KR, new LocalizedText("世宗", "세종", "Sejong")),
        new("KR-41", Country.KR, new LocalizedText("京畿道", "경기도", "Gyeonggi")),
        new("KR-42", Country.KR, new LocalizedText("江原道", "강원도", "Gangwon")),
        new("KR-43", Country.KR, new LocalizedText("忠清北道", "충청북도", "North Chungcheong")),
        new("KR-44", Country.KR, new LocalizedText("忠清南道", "충청남도", "South Chungcheong")),
        new("KR-45", Country.KR, new LocalizedText("全罗北道", "전북", "North Jeolla")),
        new("KR-46", Country.KR, new LocalizedText("全罗南道", "전라남도", "South Jeolla")),
        new("KR-47", Country.KR, new LocalizedText("庆尚北道", "경상북도", "North Gyeongsang")),
        new("KR-48", Country.KR, new LocalizedText("庆尚南道", "경상남도", "South Gyeongsang")),
        new("KR-49", Country.KR, new LocalizedText("济州", "제주", "Jeju")),
    ];

    private static readonly Dictionary<string, Region> ByCode = All.ToDictionary(region => region.Code, StringComparer.Ordinal);

    public static IEnumerable<Region> Of(Country country) => All.Where(region => region.Country == country);

    public static Region? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    public static bool IsKnown(Country country, string? code) => Find(code)?.Country == country;
}

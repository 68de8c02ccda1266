using System.Buffers;

namespace Matchmaking.Core.Language;

/// <summary>Words with which firms phrase any offer or need. Two texts that share only these share nothing.</summary>
internal static class FillerWords
{
    private static readonly HashSet<string> English =
    [
        .. Words(
            """
            a about above all also an and any are as at based be below between both but by can come each either every for from has have
            how if in into is it its like make may more most much must no not of on only or other our out over own per please than that
            the their them then these they this those through to under up us use used using very via was we welcome what when where which
            while who will with within without you your
            available buy company firm look looking manufacturer need needed needs offer offered offers open partner partners provide
            provided provides require required requires requirement requirements seek seeking seeks supplier suppliers want wanted
            """
        ),
    ];

    private static readonly HashSet<string> Korean =
    [
        .. Words(
            """
            및 등 또는 또 그 각 약 월 연 년 개 당사 귀사 저희 우리 회사 업체 기업 파트너 협력사 공급사 이상 이하 미만 초과 내외 정도 수준 기준
            가능 필요 희망 우선 선호 구매 구입 매입 판매 제공 모집 검토 협의 문의 요청 환영 보유 있습니다 찾습니다 찾고 찾음 구합니다 구함
            원합니다 바랍니다 기타 관련 대한 위한 통한 경우 함께 따라 모두 다양 각종 위해 대해 있는 없는 있고 있어 하나 사용
            """
        ),
    ];

    private static readonly HashSet<string> Chinese =
    [
        .. Words(
            """
            的 与 及 或 以及 等等 求购 采购 寻求 寻找 诚寻 诚招 求租 我司 我们 我方 我厂 贵司 贵方 本公司 公司 企业 厂家 供应商 客户 合作伙伴
            希望 欢迎 优先 可以 可提供 提供 能够 需要 要求 需求 具有 具备 拥有 现有 主要 各种 各类 以上 以下 左右 不限 均可 即可 其他 进行
            以内 联系 洽谈 面议 长期
            """
        ),
    ];

    private static readonly int LongestChinese = Chinese.Max(word => word.Length);

    private static readonly SearchValues<char> ChineseStarts = SearchValues.Create([.. Chinese.Select(word => word[0])]);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> KoreanSpans = Korean.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ChineseSpans = Chinese.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public static bool IsEnglish(string word) => English.Contains(word);

    public static bool IsKorean(ReadOnlySpan<char> word) => KoreanSpans.Contains(word);

    /// <summary>Length of the phrase that starts at <paramref name="position"/>, 0 when none does.</summary>
    public static int ChineseAt(string text, int position, int end)
    {
        if (!ChineseStarts.Contains(text[position]))
        {
            return 0;
        }

        for (var length = Math.Min(LongestChinese, end - position); length > 0; length--)
        {
            if (ChineseSpans.Contains(text.AsSpan(position, length)))
            {
                return length;
            }
        }

        return 0;
    }

    private static string[] Words(string list) => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

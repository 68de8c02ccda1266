using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;

namespace Matchmaking.Core.Data.Demonstration;

/// <summary>Everything in the demonstration data is invented: firms, people, numbers, addresses and agencies.</summary>
public static class DemonstrationData
{
    public const string Password = "matchmaking-demo";

    /// <summary>Fixed, so that loaded data are recognised.</summary>
    public static readonly AgencyId ChineseAgency = AgencyId.From(new Guid("01a20000-0000-7000-8000-00000000c001"));
    public static readonly AgencyId KoreanAgency = AgencyId.From(new Guid("01a20000-0000-7000-8000-00000000c002"));

    /// <summary>A Korean and a Chinese firm that need what the other makes.</summary>
    internal const string ChineseFirm = "cn-yanheng-materials";
    internal const string KoreanFirm = "kr-duresol-energy";

    internal const string ReturnReason =
        "월 또는 연 단위의 필요 수량과 희망 납기를 구체적으로 적어 주세요. 규격서 번호가 있으면 함께 적어 주시면 심사가 빨라져요.";

    /// <summary>In the order of the sign-in page.</summary>
    public static readonly IReadOnlyList<DemonstrationAccount> Accounts =
    [
        new("korean-firm", "incheon@demo.example", "김서연", LanguageCode.Ko, Firm: KoreanFirm, Role: MembershipRole.Owner),
        new("korean-colleague", "colleague@demo.example", "박지훈", LanguageCode.Ko, Firm: KoreanFirm),
        new("chinese-firm", "suzhou@demo.example", "周文静", LanguageCode.Zh, Firm: ChineseFirm, Role: MembershipRole.Owner),
        new("korean-agency", "agency-kr@demo.example", "이정민", LanguageCode.Ko, Agency: KoreanAgency),
        new("chinese-agency", "agency-cn@demo.example", "徐岚", LanguageCode.Zh, Agency: ChineseAgency),
        new("administrator", "admin@demo.example", "Admin", LanguageCode.En, IsAdministrator: true),
    ];

    /// <summary>People of other firms, with whom the two have something to do; they cannot sign in.</summary>
    internal static readonly IReadOnlyList<DemonstrationAccount> Contacts =
    [
        new(string.Empty, "carbon@jiamo-carbon.example", "盛海宁", LanguageCode.Zh, "cn-jiamo-carbon", Role: MembershipRole.Owner),
        new(string.Empty, "recycle@dasion-metal.example", "임가온", LanguageCode.Ko, "kr-dasion-metal", Role: MembershipRole.Owner),
        new(
            string.Empty,
            "contact@yunseul-electrochem.example",
            "표지훈",
            LanguageCode.Ko,
            "kr-yunseul-electrochem",
            Role: MembershipRole.Owner
        ),
    ];

    internal static Agency[] Agencies() =>
        [
            new Agency
            {
                Id = ChineseAgency,
                Country = Country.CN,
                Names = new LocalizedText(
                    "长三角中韩贸易促进中心（虚构）",
                    "장강삼각주 한중무역촉진센터(가상)",
                    "Yangtze Delta China–Korea Trade Centre (invented)"
                ),
            },
            new Agency
            {
                Id = KoreanAgency,
                Country = Country.KR,
                Names = new LocalizedText(
                    "西海韩中产业合作中心（虚构）",
                    "서해 한중산업협력센터(가상)",
                    "West Sea Korea–China Industry Centre (invented)"
                ),
            },
        ];

    /// <summary>One firm a line, in the format of the import, with <c>verified</c> beside.</summary>
    internal static IEnumerable<StreamReader> Open()
    {
        var assembly = typeof(DemonstrationData).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.Contains(".Demonstration.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new StreamReader(assembly.GetManifestResourceStream(name)!));
    }
}

/// <param name="Part">What the account shows: a key of the sign-in page's texts; empty for somebody who does not sign in.</param>
/// <param name="Firm">The id of the firm in the data.</param>
public sealed record DemonstrationAccount(
    string Part,
    string Email,
    string Name,
    LanguageCode Language,
    string? Firm = null,
    AgencyId? Agency = null,
    MembershipRole Role = MembershipRole.Member,
    bool IsAdministrator = false
);

namespace Matchmaking.Web.Hosting;

/// <summary>Who can be tried out in Development: made with the demonstration data, shown on the sign-in page.</summary>
public static class DemonstrationAccounts
{
    public const string Password = "matchmaking-demo";

    public const string ChineseOwner = "suzhou@demo.example";
    public const string KoreanOwner = "incheon@demo.example";
    public const string KoreanColleague = "colleague@demo.example";
    public const string ChineseAgency = "agency-cn@demo.example";
    public const string KoreanAgency = "agency-kr@demo.example";
    public const string Administrator = "admin@demo.example";

    /// <summary>In the order of the page; the role is a key of the text resource.</summary>
    public static readonly IReadOnlyList<(string Email, string Role)> All =
    [
        (KoreanOwner, "demonstration.korean-firm"),
        (KoreanColleague, "demonstration.korean-colleague"),
        (ChineseOwner, "demonstration.chinese-firm"),
        (KoreanAgency, "demonstration.korean-agency"),
        (ChineseAgency, "demonstration.chinese-agency"),
        (Administrator, "demonstration.administrator"),
    ];
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Xunit;

namespace Matchmaking.UnitTests.Listings;

public sealed class ListingRulesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);

    private static readonly ListingContent Sound = new()
    {
        Language = LanguageCode.Ko,
        Title = "수산화리튬 😀 \u202Eعربي",
        Text = "첫 줄\n둘째 줄\t<b>굵게</b> 𠮷 e\u0301",
        HsCodes = ["2825", "282520"],
        Regions = ["CN-SH", "CN-JS"],
        Certificates = ["ISO 9001"],
        ValidUntil = new DateOnly(2026, 11, 23),
    };

    [Fact]
    public void Any_script_and_sign_may_stand_in_a_text() => Assert.Empty(ListingRules.Check(Sound, Country.KR, Now));

    public static TheoryData<ListingContent, string, string> Unsound() =>
        new()
        {
            { Sound with { Title = new string('가', 121) }, "listing.too-long", "Title" },
            { Sound with { Text = new string('가', 4001) }, "listing.too-long", "Text" },
            { Sound with { Capacity = new string('가', 201) }, "listing.too-long", "Capacity" },
            { Sound with { MinimumOrder = new string('가', 201) }, "listing.too-long", "MinimumOrder" },
            { Sound with { Text = "a\0b" }, "listing.unprintable", "Text" },
            { Sound with { Title = "두\n줄" }, "listing.unprintable", "Title" },
            { Sound with { HsCodes = ["28252"] }, "listing.hs-unknown", "HsCodes" },
            { Sound with { HsCodes = ["２８２５"] }, "listing.hs-unknown", "HsCodes" },
            { Sound with { HsCodes = [.. Enumerable.Repeat("2825", 11)] }, "listing.too-many", "HsCodes" },
            { Sound with { Certificates = [new string('C', 81)] }, "listing.too-long", "Certificates" },
            { Sound with { Certificates = [.. Enumerable.Repeat("KC", 21)] }, "listing.too-many", "Certificates" },
            { Sound with { Regions = ["KR-11"] }, "listing.region-unknown", "Regions" },
            { Sound with { Regions = ["<script>"] }, "listing.region-unknown", "Regions" },
            { Sound with { ValidUntil = new DateOnly(2026, 11, 22) }, "listing.already-over", "ValidUntil" },
        };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void What_cannot_stand_is_named_at_its_field(ListingContent content, string code, string field)
    {
        var error = Assert.Single(ListingRules.Check(content, Country.KR, Now));

        Assert.Equal((code, field), (error.Code, error.Field));
    }
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Xunit;

namespace Matchmaking.UnitTests.Companies;

public sealed class CompanyInputTests
{
    private static readonly CompanyInput Good = new()
    {
        Country = Country.KR,
        NameKo = " (주)한빛소재 ",
        NameLatin = "Hanbit Materials Co., Ltd.",
        Sector = "batteries",
        Region = "KR-28",
        Website = "https://hanbit.example/ko",
        ContactPerson = "김서연",
        ContactEmail = "sales@hanbit.example",
        ContactPhone = "032-555-0100",
    };

    [Fact]
    public void Good_input_becomes_trimmed_values()
    {
        var (profile, contact) = Good.Check().Value;

        Assert.Equal("(주)한빛소재", profile.Names.Ko);
        Assert.Equal("+82325550100", contact.Phone);
    }

    public static TheoryData<string, CompanyInput> Bad =>
        new()
        {
            { nameof(CompanyInput.NameKo), Good with { NameKo = " " } },
            { nameof(CompanyInput.NameZh), Good with { Country = Country.CN, Region = "CN-JS" } },
            { nameof(CompanyInput.NameLatin), Good with { NameLatin = "Hanbit 소재" } },
            { nameof(CompanyInput.NameLatin), Good with { NameLatin = "Ханбит" } },
            { nameof(CompanyInput.NameLatin), Good with { NameLatin = "--" } },
            { nameof(CompanyInput.Sector), Good with { Sector = "magic" } },
            { nameof(CompanyInput.Region), Good with { Region = "CN-JS" } },
            { nameof(CompanyInput.Website), Good with { Website = "javascript:alert(1)" } },
            { nameof(CompanyInput.Website), Good with { Website = "hanbit.example" } },
            { nameof(CompanyInput.Website), Good with { Website = "ftp://hanbit.example" } },
            { nameof(CompanyInput.Website), Good with { Website = "https://bank.example@hanbit.example" } },
            { nameof(CompanyInput.ContactEmail), Good with { ContactEmail = "sales" } },
            { nameof(CompanyInput.ContactEmail), Good with { ContactEmail = "Kim <sales@hanbit.example>" } },
            { nameof(CompanyInput.ContactPhone), Good with { ContactPhone = "12" } },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Each_broken_rule_names_its_field(string field, CompanyInput input) =>
        Assert.Equal(field, Assert.Single(input.Check().Errors).Field);
}

using FsCheck;
using FsCheck.Xunit;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Xunit;

namespace Matchmaking.UnitTests.Companies;

public sealed class RegistrationNumberTests
{
    [Theory]
    [InlineData(Country.CN, "91350100M000100Y43", "91350100M000100Y43")] // the worked example printed in GB 32100-2015
    [InlineData(Country.CN, "91350100ｍ000100y43", "91350100M000100Y43")]
    [InlineData(Country.CN, "914403001922038216", "914403001922038216")] // from here on from annual reports and university notices
    [InlineData(Country.CN, "9144030071526726XG", "9144030071526726XG")] // organisation code that ends in X
    [InlineData(Country.CN, "9144030027939873X7", "9144030027939873X7")]
    [InlineData(Country.CN, "91440300192317458F", "91440300192317458F")]
    [InlineData(Country.CN, "91350900587527783P", "91350900587527783P")]
    [InlineData(Country.CN, "911100001011016602", "911100001011016602")]
    [InlineData(Country.CN, "12100000400000624D", "12100000400000624D")] // a public institution
    [InlineData(Country.CN, "12100000470095016Q", "12100000470095016Q")]
    [InlineData(Country.CN, "N2370100MF00000056", "N2370100MF00000056")] // letters in the first place: invented, check characters computed
    [InlineData(Country.CN, "9135 0100 M000 100Y 43\u200B", "91350100M000100Y43")]
    [InlineData(Country.KR, "124-81-00998", "1248100998")] // Samsung Electronics, from its published reports
    [InlineData(Country.KR, "１２４－８１－００９９８", "1248100998")]
    [InlineData(Country.KR, "124−81–00998", "1248100998")] // a minus sign and an en dash
    [InlineData(Country.KR, "126-81-03725", "1268103725")] // from here on from published company footers
    [InlineData(Country.KR, "101-81-09147", "1018109147")]
    [InlineData(Country.KR, "220-81-62517", "2208162517")]
    [InlineData(Country.KR, "506-81-00017", "5068100017")]
    [InlineData(Country.KR, "107-86-14075", "1078614075")]
    [InlineData(Country.KR, "851-81-02050", "8518102050")]
    [InlineData(Country.KR, " 124 81 00998 ", "1248100998")]
    public void Published_numbers_are_well_formed(Country country, string text, string expected) =>
        Assert.Equal(expected, RegistrationNumber.Parse(country, text).Value.Value);

    [Theory]
    [InlineData(Country.CN, "91350100M000100Y4", "length")]
    [InlineData(Country.CN, "9135010OM000100Y43", "character")]
    [InlineData(Country.CN, "9I350100M000100Y43", "character")]
    [InlineData(Country.CN, "91350100M000100Y44", "check-digit")]
    [InlineData(Country.CN, "000000000000000000", "all-zero")]
    [InlineData(Country.CN, "91350100M000101Y4Q", "organisation-code")]
    [InlineData(Country.CN, "91A50100M000100Y43", "character")] // a letter inside the administrative division
    [InlineData(Country.CN, "91350100M000100Y4\0", "character")]
    [InlineData(Country.CN, "", "length")]
    [InlineData(Country.CN, "\uD83D\uDE00", "length")]
    [InlineData(Country.KR, "\uD83D", "length")]
    [InlineData(Country.KR, "١٢٤٨١٠٠٩٩٨", "character")] // Arabic-Indic digits
    [InlineData(Country.KR, "12481009", "length")]
    [InlineData(Country.KR, "124-81-0099A", "character")]
    [InlineData(Country.KR, "124-81-00997", "check-digit")]
    [InlineData(Country.KR, "000-00-00000", "all-zero")]
    public void Numbers_that_are_not_well_formed_name_the_reason(Country country, string text, string reason)
    {
        var error = Assert.Single(RegistrationNumber.Parse(country, text).Errors);

        Assert.Equal($"registration-number.{reason}", error.Code);
    }

    [Property]
    public bool One_wrong_character_never_goes_unseen(NonNegativeInt position, NonNegativeInt replacement)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        const string Published = "91350100M000100Y43";
        var characters = Published.ToCharArray();
        characters[position.Get % 18] = Alphabet[replacement.Get % 31];
        var changed = new string(characters);
        return changed == Published || !RegistrationNumber.Parse(Country.CN, changed).Succeeded;
    }
}

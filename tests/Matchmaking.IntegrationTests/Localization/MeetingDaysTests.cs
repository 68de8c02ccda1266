using Matchmaking.Core.Common;
using Matchmaking.Web.Localization;
using Xunit;

namespace Matchmaking.IntegrationTests.Localization;

public sealed class MeetingDaysTests
{
    [Theory]
    [InlineData(LanguageCode.Zh, 11, "2027年3月10日（周三） – 2027年3月11日（周四）")]
    [InlineData(LanguageCode.Ko, 11, "2027-03-10 (수) – 2027-03-11 (목)")]
    [InlineData(LanguageCode.En, 11, "2027-03-10 (Wed) – 2027-03-11 (Thu)")]
    [InlineData(LanguageCode.Ko, 10, "2027-03-10 (수)")]
    public void Days_of_an_expo_are_one_or_from_the_first_to_the_last(LanguageCode reader, int last, string days) =>
        Assert.Equal(days, MeetingTime.Days(new DateOnly(2027, 3, 10), new DateOnly(2027, 3, last), reader));
}

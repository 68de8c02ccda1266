using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Meetings;

namespace Matchmaking.Core.Data.Demonstration;

/// <summary>For each of the demonstration's two firms a request that it can answer, one that waits for another firm, and an agreed meeting.</summary>
internal sealed class DemonstrationMeetings(
    IReadOnlyList<Company> companies,
    IReadOnlyList<Listing> listings,
    IReadOnlyList<(DemonstrationAccount Account, Guid UserId)> people,
    DateTime now
)
{
    private const string Carbon = "cn-jiamo-carbon";
    private const string Metal = "kr-dasion-metal";

    private readonly IReadOnlyList<DateTime> suggested = [.. CommonHours.Suggest(now, more: true)];

    public IEnumerable<MeetingRequest> All() =>
        [
            Asked(
                DemonstrationData.ChineseFirm,
                DemonstrationData.KoreanFirm,
                daysAgo: 1,
                "cn-yanheng-materials-o1",
                "kr-duresol-energy-n1",
                "您好！看到贵公司需要NCM811前驱体和电池级氢氧化锂，这两种我们都能稳定供应。希望线上介绍样品指标和月供能力。",
                LanguageCode.Zh
            ),
            Asked(
                DemonstrationData.KoreanFirm,
                "cn-ruiju-battery",
                daysAgo: 2,
                "kr-duresol-energy-o1",
                "cn-ruiju-battery-o2",
                "안녕하세요. 귀사의 드론용 고출력 NCM 파우치 셀에 저희 단결정 NCM811 양극재를 적용해 볼 수 있을지 여쭙고 싶습니다. 샘플 평가부터 논의하면 좋겠습니다.",
                LanguageCode.Ko
            ),
            Asked(
                "kr-yunseul-electrochem",
                DemonstrationData.ChineseFirm,
                daysAgo: 1,
                "kr-yunseul-electrochem-o2",
                "cn-yanheng-materials-o2",
                "LiFSI 원료로 쓸 배터리급 수산화리튬을 찾고 있습니다. 미분 등급의 불순물 규격과 월 공급 가능량을 온라인으로 여쭙고 싶습니다.",
                LanguageCode.Ko
            ),
            Agreed(
                Asked(
                    Carbon,
                    DemonstrationData.KoreanFirm,
                    daysAgo: 4,
                    "cn-jiamo-carbon-n1",
                    "kr-duresol-energy-o2",
                    "贵公司的SiOx负极材料首效达到80%以上，正是我们在找的。希望先取样与我们的快充型人造石墨复配测试，再谈联合开发。",
                    LanguageCode.Zh,
                    Afternoon(day: 0)
                ),
                DemonstrationData.KoreanFirm
            ),
            Agreed(
                Asked(
                    DemonstrationData.ChineseFirm,
                    Metal,
                    daysAgo: 4,
                    "cn-yanheng-materials-n1",
                    "kr-dasion-metal-o2",
                    "我们长期采购再生硫酸镍和碳酸锂，想了解贵公司的月产量、杂质指标和报价方式。",
                    LanguageCode.Zh,
                    Afternoon(day: 1)
                ),
                Metal
            ),
        ];

    /// <summary>Online, with a few times to choose from unless one is given.</summary>
    private MeetingRequest Asked(
        string asking,
        string asked,
        int daysAgo,
        string own,
        string their,
        string message,
        LanguageCode language,
        DateTime? at = null
    )
    {
        var times = (at is { } only ? [only] : suggested.Take(3)).Select(start => new TimeSlot(start, 60)).ToList();
        var request = MeetingRequest.Ask(
            Party(asking, own) with
            {
                Person = PersonOf(asking),
            },
            Party(asked, their),
            new MeetingProposal(times, message, language, new MeetingOptions().AnswerWithin),
            MeetingFormat.Online,
            quotaSlot: 1,
            new MeetingActor(MeetingSide.Asking, PersonOf(asking), now.AddDays(-daysAgo))
        );
        LoadDemonstration.Expect(request);
        return request.Value;
    }

    private MeetingRequest Agreed(MeetingRequest request, string by)
    {
        var actor = new MeetingActor(MeetingSide.Asked, PersonOf(by), now.AddDays(-2));
        LoadDemonstration.Expect(request.Accept(request.Times[0].Start, actor));
        return request;
    }

    /// <summary>At an hour that is not suggested, so that whoever tries the site finds all suggested ones free.</summary>
    private DateTime Afternoon(int day) => suggested.DistinctBy(start => start.Date).ElementAt(day).AddHours(4);

    /// <param name="listing">Left out where it is not published.</param>
    private MeetingParty Party(string firm, string listing)
    {
        var company = companies.Single(item => item.ExternalReference == firm);
        var about = listings.FirstOrDefault(item => item.ExternalReference == listing && item.State == ListingState.Published);
        return new MeetingParty(company.Id, company.Country, null, about?.Id);
    }

    private Guid PersonOf(string firm) => people.First(person => person.Account.Firm == firm).UserId;
}

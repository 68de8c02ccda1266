using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Data.Demonstration;

/// <summary>Invented fairs of the Korean agency: one some weeks ahead for which wishes are open, and a sooner one that waits for its schedule.</summary>
internal static class DemonstrationExpo
{
    /// <summary>With verified firms of both sides, of which the demonstration's own two have yet to answer.</summary>
    public static Expo Open(IReadOnlyList<Company> companies, DateTime now)
    {
        var expo = Planned(
            weeksAhead: 8,
            new LocalizedText(
                "中韩新材料与电池采购对接会（虚构）",
                "한중 소재·배터리 소싱 상담회(가상)",
                "China–Korea Materials and Battery Sourcing Fair (invented)"
            ),
            now
        );
        LoadDemonstration.Expect(expo.AddTables("B", 1, 16));
        Answered(expo, [.. companies.Where(company => company.IsVerified(now) || IsDemonstrated(company))], IsDemonstrated, now);
        return expo;
    }

    /// <summary>With fewer places than wishes.</summary>
    public static Expo Closed(IReadOnlyList<Company> companies, DateTime now)
    {
        var expo = Planned(
            weeksAhead: 5,
            new LocalizedText("中韩零部件对接会（虚构）", "한중 부품 상담회(가상)", "China–Korea Parts and Components Fair (invented)"),
            now
        );
        Answered(expo, companies, _ => false, now);
        LoadDemonstration.Expect(expo.Close());
        return expo;
    }

    private static Expo Planned(int weeksAhead, LocalizedText names, DateTime now)
    {
        var monday = DateOnly.FromDateTime(now).AddDays((7 * weeksAhead) - (int)now.DayOfWeek + 1);
        var proposed = ProposedDeadlines.For(monday.AddDays(2), JointCalendar.Load());
        var planned = Expo.Plan(
            DemonstrationData.KoreanAgency,
            new ExpoProfile
            {
                Names = names,
                Place = "Songdo Convensia, Incheon",
                Hall = Country.KR,
                FirstDay = monday.AddDays(2),
                LastDay = monday.AddDays(3),
                PreferencesUntil = proposed.PreferencesUntil,
                ScheduleUntil = proposed.ScheduleUntil,
            },
            now
        );
        LoadDemonstration.Expect(planned);
        var expo = planned.Value;
        LoadDemonstration.Expect(
            expo.AddSlots(new SlotPlan(new(9, 30), new(17, 0), 40, 5, new(12, 0), new(13, 30)), [.. expo.Profile.Days])
        );
        LoadDemonstration.Expect(expo.AddTables("A", 1, 24));
        foreach (var (name, pairs, absent) in Interpreters(Morning(expo)))
        {
            LoadDemonstration.Expect(expo.SaveInterpreter(null, name, pairs, absent));
        }

        return expo;
    }

    private static void Answered(Expo expo, IReadOnlyList<Company> invited, Func<Company, bool> isSilent, DateTime now)
    {
        LoadDemonstration.Expect(expo.Invite([.. invited.Select(company => company.Id)], now));
        LoadDemonstration.Expect(expo.Open(until: null, now));
        _ = expo.TellInvited(now);
        foreach (var (index, company) in invited.Where(company => !isSilent(company)).Index())
        {
            var firm = expo.Firms.Single(firm => firm.CompanyId == company.Id);
            if (index % 7 != 6)
            {
                firm.Answer(attends: index % 11 != 10, needsInterpreter: index % 3 != 2, index % 5 == 4 ? Morning(expo) : [], now);
            }
        }
    }

    private static IReadOnlyList<Guid> Morning(Expo expo) => [.. expo.Slots.Take(3).Select(slot => slot.Id)];

    /// <summary>Each attending firm wishes to meet some of the other side, spread so that some of it is mutual.</summary>
    public static IEnumerable<ExpoWish> Wishes(Expo expo, IReadOnlyList<Company> companies, DateTime now)
    {
        var attending = expo.Firms.Where(firm => firm.State == ExpoFirmState.Attending).Select(firm => firm.CompanyId).ToHashSet();
        var sides = companies.Where(company => attending.Contains(company.Id)).ToLookup(company => company.Country, company => company.Id);
        foreach (var (country, from) in sides.SelectMany(side => side.Select((id, place) => (side.Key, (id, place)))))
        {
            foreach (var (place, to) in sides[country.Other()].Index().Where(other => (other.Index + from.place) % 3 == 0))
            {
                var wish = ExpoWish.Of(expo.Id, from.id, to);
                wish.Change((place + from.place) % 4 == 0 ? WishKind.Must : WishKind.Meet, Guid.Empty, now);
                yield return wish;
            }
        }
    }

    private static bool IsDemonstrated(Company company) =>
        company.ExternalReference is DemonstrationData.ChineseFirm or DemonstrationData.KoreanFirm;

    private static IEnumerable<(string Name, string[] Pairs, IReadOnlyCollection<Guid> Absent)> Interpreters(IReadOnlyList<Guid> morning) =>
        [
            ("김하늘", ["zh-ko"], []),
            ("李晓彤", ["zh-ko", "zh-en"], []),
            ("최은비", ["zh-ko"], morning),
            ("朴美花", ["zh-ko"], []),
            ("정도윤", ["ko-en"], []),
        ];
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Data.Demonstration;

/// <summary>An invented fair of the Korean agency, some weeks ahead, with everything but its firms.</summary>
internal static class DemonstrationExpo
{
    private const int WeeksAhead = 8;

    public static Expo Planned(DateTime now)
    {
        var monday = DateOnly.FromDateTime(now).AddDays((7 * WeeksAhead) - (int)now.DayOfWeek + 1);
        var proposed = ProposedDeadlines.For(monday.AddDays(2), JointCalendar.Load());
        var planned = Expo.Plan(
            DemonstrationData.KoreanAgency,
            new ExpoProfile
            {
                Names = new LocalizedText(
                    "中韩新材料与电池采购对接会（虚构）",
                    "한중 소재·배터리 소싱 상담회(가상)",
                    "China–Korea Materials and Battery Sourcing Fair (invented)"
                ),
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
        LoadDemonstration.Expect(expo.AddTables("B", 1, 16));
        var morning = expo.Slots.Take(3).Select(slot => slot.Id).ToList();
        foreach (var (name, pairs, absent) in Interpreters(morning))
        {
            LoadDemonstration.Expect(expo.SaveInterpreter(null, name, pairs, absent));
        }

        return expo;
    }

    private static IEnumerable<(string Name, string[] Pairs, IReadOnlyCollection<Guid> Absent)> Interpreters(List<Guid> morning) =>
        [
            ("김하늘", ["zh-ko"], []),
            ("李晓彤", ["zh-ko", "zh-en"], []),
            ("최은비", ["zh-ko"], morning),
            ("朴美花", ["zh-ko"], []),
            ("정도윤", ["ko-en"], []),
        ];
}

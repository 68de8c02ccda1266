using System.Globalization;
using System.Reflection;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>
/// Days on which offices of both countries work. Weekends are off but for China's make-up days; holidays stand in a file a year, whose head
/// names its sources.
/// </summary>
public sealed class JointCalendar
{
    private readonly Dictionary<(Country Country, DateOnly Day), bool> works = [];
    private readonly HashSet<int> years = [];
    private readonly HashSet<int> provisional = [];

    private JointCalendar() { }

    public static JointCalendar Load()
    {
        var calendar = new JointCalendar();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".working-days-", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            calendar.Read(reader);
        }

        return calendar;
    }

    /// <summary>Else nothing but weekends has been counted in that year.</summary>
    public bool KnowsHolidays(int year) => years.Contains(year);

    /// <summary>China's notice for that year is in the file; else its legal holidays alone have been counted, and no make-up weekend.</summary>
    public bool KnowsMakeUpDays(int year) => KnowsHolidays(year) && !provisional.Contains(year);

    public bool IsWorkingDay(DateOnly day, Country country) =>
        works.TryGetValue((country, day), out var working) ? working : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public bool IsJointWorkingDay(DateOnly day) => IsWorkingDay(day, Country.CN) && IsWorkingDay(day, Country.KR);

    /// <summary>The joint working day that leaves <paramref name="count"/> whole joint working days between itself and the day.</summary>
    public DateOnly Before(DateOnly day, int count)
    {
        for (var left = count; ; left--)
        {
            do
            {
                day = day.AddDays(-1);
            } while (!IsJointWorkingDay(day));
            if (left == 0)
            {
                return day;
            }
        }
    }

    private void Read(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var fields = line.Split('\t');
            var day = DateOnly.ParseExact(fields[1], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            years.Add(day.Year);
            if (fields[2] == "provisional")
            {
                provisional.Add(day.Year);
            }
            else
            {
                works[(Enum.Parse<Country>(fields[0]), day)] = fields[2] == "working";
            }
        }
    }
}

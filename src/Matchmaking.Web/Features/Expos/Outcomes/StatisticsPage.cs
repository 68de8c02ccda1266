using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Web.Features.Expos.Firms;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Outcomes;

/// <summary>The statistics of an expo in the reader's words, the same on the page and in the file.</summary>
public sealed class StatisticsPage(ExpoStatistics statistics, IStringLocalizer<Texts> texts)
{
    public ExpoStatistics Statistics => statistics;

    /// <summary>From the wishes to what came of them; each step is part of the one before.</summary>
    public IReadOnlyList<(string Name, int Meetings)> Funnel =>
        [
            (texts["Wished meetings"], statistics.Wished),
            (texts["Placed"], statistics.Placed),
            (texts["Told to the firms"], statistics.Booked),
            (texts["Held"], statistics.Held),
            (texts["Co-operation possible"], statistics.Cooperation),
        ];

    public IReadOnlyList<TallyTable> Tables =>
        [
            Table("days", texts["By day"], texts["Day"], statistics.Days, day => MeetingTime.Day(day, ReaderLanguage.Current)),
            Table("countries", texts["By country"], texts["Country"], statistics.Countries, country => texts[$"country.{country}"]),
            Table("sectors", texts["By sector"], texts["Sector"], statistics.Sectors, sector => texts[$"sector.{sector}"]),
            Table("groups", texts["By group"], texts["Group"], statistics.Groups, group => texts.Of(group)),
            Table(
                "interpreters",
                texts["Interpreters"],
                texts["Interpreter"],
                statistics.Interpreters,
                name => name.Length == 0 ? texts["Without an interpreter"] : name
            ),
        ];

    private static TallyTable Table<TKey>(
        string id,
        string title,
        string head,
        IEnumerable<Tally<TKey>> tallies,
        Func<TKey, string> name
    ) => new(id, title, head, [.. tallies.Select(tally => new TallyLine(name(tally.Key), tally.Booked, tally.Held, tally.Cooperation))]);
}

/// <param name="Id">Of its heading on the page.</param>
/// <param name="Head">What its lines are.</param>
public sealed record TallyTable(string Id, string Title, string Head, IReadOnlyList<TallyLine> Lines);

/// <param name="Booked">Meetings, as the next two.</param>
public sealed record TallyLine(string Name, int Booked, int Held, int Cooperation);

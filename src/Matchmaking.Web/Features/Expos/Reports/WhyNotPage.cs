using Matchmaking.Core.Common;
using Matchmaking.Core.Expos;
using Matchmaking.Core.Expos.Reports;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Web.Features.Expos.Timetables;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Reports;

/// <summary>Meetings without a place, with sentences for what is in the way and what would help.</summary>
public sealed class WhyNotPage
{
    private const int PageSize = 50;

    private readonly DraftExplanation explanation;
    private readonly IStringLocalizer<Texts> texts;

    public WhyNotPage(DraftExplanation explanation, WhyNotFilter filter, IStringLocalizer<Texts> texts)
    {
        (this.explanation, Filter, this.texts) = (explanation, filter, texts);
        Names = new DraftNames(View);
        var meant = Sorted.Where(IsMeant).ToList();
        Shown = new Page<UnplacedMeeting>([.. meant.Skip((filter.Page - 1) * PageSize).Take(PageSize)], filter.Page, PageSize, meant.Count);
    }

    public DraftView View => explanation.View;

    public WhyNotFilter Filter { get; }

    public DraftNames Names { get; }

    public Page<UnplacedMeeting> Shown { get; }

    public int Total => explanation.Meetings.Count;

    public int Newer => explanation.Newer;

    /// <summary>What weighs most first.</summary>
    public IEnumerable<UnplacedMeeting> Sorted =>
        explanation
            .Meetings.OrderByDescending(meeting => Names.Meeting(meeting.Id).IsMust)
            .ThenByDescending(meeting => Names.Meeting(meeting.Id).Weight)
            .ThenBy(meeting => Names.Pair(Names.Meeting(meeting.Id)), StringComparer.CurrentCulture);

    public string Root => $"/organise/{View.Expo.Id}/schedule/{View.Draft.Number}";

    /// <summary>A meeting counts with each of its causes.</summary>
    public IReadOnlyList<(UnplacedCause Cause, int Meetings)> Counts =>
        [
            .. explanation
                .Meetings.SelectMany(meeting => meeting.Causes)
                .CountBy(found => found.Cause)
                .OrderByDescending(count => count.Value)
                .ThenBy(count => count.Key)
                .Select(count => (count.Key, count.Value)),
        ];

    /// <summary>Firms with a wish that has no place, by the reader's alphabet.</summary>
    public IReadOnlyList<CompanyId> Firms =>
        [
            .. explanation
                .Meetings.Select(meeting => Names.Meeting(meeting.Id).Meeting)
                .SelectMany(pair => new[] { pair.A, pair.B })
                .Distinct()
                .OrderBy(Names.Firm, StringComparer.CurrentCulture),
        ];

    public string Sentence(CauseFound found) => texts[$"why.{found.Cause}", Names.Slots(found.Slots, ", "), Names.Firms(found.Firms)];

    /// <summary>One sentence for all slots in which the same change helps, with the page on which it is made where there is one.</summary>
    public IEnumerable<(string Sentence, string? Link)> Remedies(UnplacedMeeting meeting) =>
        meeting
            .Remedies.GroupBy(found => (found.Remedy, Firms: Names.Firms(found.Firms)))
            .Select(group => (Sentence(meeting, [.. group]), Link(meeting, group.First())));

    private string Sentence(UnplacedMeeting meeting, IReadOnlyList<RemedyFound> alike)
    {
        var first = alike[0];
        return texts[
            $"remedy.{first.Remedy}",
            Names.Slots(alike.Select(found => found.Place.Slot), " / "),
            Names.Firms(first.Firms),
            first.Other is { } other ? Names.Pair(Names.Meeting(other.Id)) : string.Empty,
            first.Other is { } from ? Names.Place(from) : string.Empty,
            first.OtherTo is { } to ? Names.Place(to) : string.Empty,
            Names.Meeting(meeting.Id).Pair is { } pair ? texts[$"pair.{pair}"].Value : string.Empty
        ];
    }

    /// <summary>Null where the change cannot be made on a page, or not any more.</summary>
    private string? Link(UnplacedMeeting meeting, RemedyFound found) =>
        found.Remedy switch
        {
            Remedy.Place when View.Expo.IsOpenForScheduling => Pick(meeting.Id),
            Remedy.MoveAnother or Remedy.TakePlaceOf when View.Expo.IsOpenForScheduling => Pick(found.Other!.Id),
            _ when !View.Expo.IsOpenForSetup => null,
            Remedy.RaiseMaximum => $"/organise/{View.Expo.Id}/firms/{FirmOf(found.Firms[0])}",
            Remedy.AddInterpreter => $"/organise/{View.Expo.Id}/interpreters",
            Remedy.AddTable => $"/organise/{View.Expo.Id}/tables",
            _ => null,
        };

    /// <summary>It can be put somewhere by hand; one that counts no more cannot.</summary>
    public bool MayPick(UnplacedMeeting meeting) =>
        View.Expo.IsOpenForScheduling && meeting.Causes.All(found => found.Cause != UnplacedCause.Withdrawn);

    /// <summary>The grid with the meeting picked up.</summary>
    public string Pick(string meeting) =>
        new DraftFilter { Pick = DraftNames.Read(meeting) }.At(View.Expo.Id, View.Draft.Number) + "#picked";

    private Guid FirmOf(string company) => View.Expo.Firms.Single(firm => firm.CompanyId.Value == DraftNames.Read(company)).Id;

    private bool IsMeant(UnplacedMeeting meeting)
    {
        var pair = Names.Meeting(meeting.Id).Meeting;
        return (Filter.Cause is null || meeting.Causes.Any(found => found.Cause == Filter.Cause))
            && (Filter.Firm is null || pair.A == Filter.Firm || pair.B == Filter.Firm);
    }
}

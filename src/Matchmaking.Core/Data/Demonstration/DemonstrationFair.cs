using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Expos;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Data.Demonstration;

/// <summary>
/// An invented fair that began yesterday and ends tomorrow. Of each day's meetings the demonstration's two firms have one: one to tell the outcome
/// of, one today, one to come. One wish has found no place, so that a free one can be offered.
/// </summary>
internal sealed class DemonstrationFair(AppDbContext db, IReadOnlyList<Company> companies, DateTime now)
{
    private const int FirmsOfCountry = 6;

    private DateTime Planned => now.AddDays(-60);

    /// <summary>All its rows become part of the caller's save.</summary>
    public void Add()
    {
        var (korean, chinese) = (Firms(Country.KR), Firms(Country.CN));
        var expo = Closed([.. korean, .. chinese]);
        var pairs = korean
            .SelectMany((one, row) => chinese.Select((other, column) => (one, other, Row: row, Column: column)))
            .Where(pair => (pair.Row + pair.Column) % 2 == 0 || pair is { Row: 1, Column: 2 })
            .ToList();
        var wished = pairs.ConvertAll(pair => Wished(pair.one, pair.other, isMust: pair.Row == pair.Column));
        var draft = ScheduleDraft.Empty(expo, "이정민", wished, Planned);
        db.Add(expo);
        db.AddRange(wished.SelectMany(meeting => Wishes(expo, meeting)));
        db.AddRange(wished.Select(meeting => ExpoMeeting.Of(meeting.Id, expo.Id, meeting.A, meeting.B)));
        db.Add(draft);
        foreach (var (meeting, pair) in wished.Zip(pairs).Where(item => (item.Second.Row + item.Second.Column) % 2 == 0))
        {
            Place(expo, draft, meeting.Id, day: ((pair.Row / 2) + (pair.Column / 2)) % expo.Profile.Days.Count());
        }

        draft.Recount(DraftFigures.Of(draft.Problem(expo, Planned), draft.Placed));
        draft.Take(Planned);
        expo.BeginDrafts();
        LoadDemonstration.Expect(expo.MakePreliminary(draft.Number, broken: 0));
        LoadDemonstration.Expect(expo.Publish(broken: 0));
        var planned = PlannedMeetings(expo, draft).ToList();
        db.Tell(expo, PlanChange.Between([], planned));
        db.AddRange(planned.Where(meeting => meeting.Time.End <= now).Select(Held));
        var opening = expo.Slots.Min(slot => slot.Start);
        db.AddRange(expo.Firms.Select(firm => Arrival.Of(firm.Id, expo.Profile.FirstDay, Guid.Empty, opening)));
    }

    private IReadOnlyList<CompanyId> Firms(Country country) =>
        [
            .. companies
                .Where(company => company.Country == country)
                .OrderByDescending(company => company.ExternalReference is DemonstrationData.ChineseFirm or DemonstrationData.KoreanFirm)
                .ThenByDescending(company => company.Profile.Sector == "batteries")
                .ThenBy(company => company.ExternalReference, StringComparer.Ordinal)
                .Take(FirmsOfCountry)
                .Select(company => company.Id),
        ];

    private Expo Closed(IReadOnlyCollection<CompanyId> firms)
    {
        var today = DateOnly.FromDateTime(now + Country.KR.Offset());
        var proposed = ProposedDeadlines.For(today.AddDays(-1), JointCalendar.Load());
        var fair = Expo.Plan(
            DemonstrationData.KoreanAgency,
            new ExpoProfile
            {
                Names = new LocalizedText(
                    "中韩储能产业对接会（虚构，正在举行）",
                    "한중 에너지저장 상담회(가상, 진행 중)",
                    "China–Korea Energy Storage Meetings (invented, under way)"
                ),
                Place = "Songdo Convensia, Incheon",
                Hall = Country.KR,
                FirstDay = today.AddDays(-1),
                LastDay = today.AddDays(1),
                PreferencesUntil = proposed.PreferencesUntil,
                ScheduleUntil = proposed.ScheduleUntil,
            },
            Planned
        );
        LoadDemonstration.Expect(fair);
        LoadDemonstration.Expect(
            fair.Value.AddSlots(new SlotPlan(new(9, 30), new(17, 0), 40, 5, new(12, 0), new(13, 30)), [.. fair.Value.Profile.Days])
        );
        LoadDemonstration.Expect(fair.Value.AddTables("E", 1, 4));
        LoadDemonstration.Expect(fair.Value.Invite(firms, Planned));
        LoadDemonstration.Expect(fair.Value.Open(until: null, Planned));
        _ = fair.Value.TellInvited(Planned);
        foreach (var firm in fair.Value.Firms)
        {
            firm.Answer(attends: true, needsInterpreter: false, absent: [], Planned);
        }

        LoadDemonstration.Expect(fair.Value.Close());
        return fair.Value;
    }

    private static WishedMeeting Wished(CompanyId one, CompanyId other, bool isMust)
    {
        var isInOrder = one.Value.CompareTo(other.Value) < 0;
        return new WishedMeeting(
            Guid.CreateVersion7(),
            isInOrder ? one : other,
            isInOrder ? other : one,
            isMust,
            isMust ? 4 : 2,
            Pair: null
        );
    }

    private IEnumerable<ExpoWish> Wishes(Expo expo, WishedMeeting meeting)
    {
        foreach (var (from, to) in new[] { (meeting.A, meeting.B), (meeting.B, meeting.A) })
        {
            var wish = ExpoWish.Of(expo.Id, from, to);
            wish.Change(meeting.IsMust ? WishKind.Must : WishKind.Meet, Guid.Empty, Planned);
            yield return wish;
        }
    }

    /// <summary>In the first slot of the day in which both are free, every other slot first, so that places are left.</summary>
    private void Place(Expo expo, ScheduleDraft draft, Guid meeting, int day)
    {
        var rules = draft.Rules(expo, Planned);
        var slots = expo.Slots.OrderBy(slot => slot.Start).Chunk(expo.Slots.Count / expo.Profile.Days.Count()).ElementAt(day);
        var place = slots
            .Index()
            .OrderBy(slot => slot.Index % 2)
            .Select(slot => rules.FreePlace(EngineId.Of(meeting), EngineId.Of(slot.Item.Id)))
            .First(found => found is not null);
        draft.Book(draft.Meetings.Single(item => item.MeetingId == meeting), place, Planned);
    }

    private static IEnumerable<PlannedMeeting> PlannedMeetings(Expo expo, ScheduleDraft draft) =>
        from meeting in draft.Meetings
        where meeting.Placement is not null
        let slot = expo.Slots.Single(item => item.Id == meeting.Placement!.SlotId)
        let table = expo.Tables.Single(item => item.Id == meeting.Placement!.TableId)
        select new PlannedMeeting(
            meeting.MeetingId,
            meeting.Meeting.A,
            meeting.Meeting.B,
            slot.Start,
            slot.Minutes,
            table.Name,
            Interpreter: null
        );

    private static MeetingRecord Held(PlannedMeeting meeting)
    {
        var record = MeetingRecord.Of(meeting.Id);
        record.Set(MeetingHeld.Held, meeting.Start, Guid.Empty, meeting.Start);
        return record;
    }
}

using FsCheck;
using FsCheck.Xunit;
using Matchmaking.Core.Expos;
using Matchmaking.Core.Expos.Reports;
using Xunit;

namespace Matchmaking.UnitTests.Expos;

/// <summary>What is said of a meeting without a place holds when it is tried, and the checker judges.</summary>
public sealed class WhyNotTests
{
    [Property(MaxTest = 100)]
    public void Meeting_placed_by_what_would_help_breaks_no_rule(PositiveInt seed)
    {
        var fair = new Fair(seed.Get);
        Assert.All(
            fair.Explained.SelectMany(meeting => meeting.Remedies),
            remedy =>
            {
                var (problem, placed) = fair.After(remedy);
                Assert.Contains(remedy.Place, placed);
                Assert.True(SmallTimetable.Keeps(problem, placed), $"{remedy}");
                Assert.DoesNotContain(remedy.Other?.Id ?? string.Empty, fair.Locked);
            }
        );
    }

    [Property(MaxTest = 100)]
    public void Whatever_alone_would_help_is_named(PositiveInt seed)
    {
        var fair = new Fair(seed.Get);
        Assert.All(
            fair.Explained.Where(meeting => !fair.Fits(meeting.Id)),
            meeting =>
                Assert.Equal(
                    fair.TriedRemedies(meeting.Id).Distinct().Order(),
                    meeting.Remedies.Select(found => found.Remedy).Distinct().Order()
                )
        );
    }

    [Property(MaxTest = 100)]
    public void What_is_in_the_way_is_so(PositiveInt seed)
    {
        var fair = new Fair(seed.Get);
        Assert.All(
            fair.Explained,
            meeting =>
            {
                Assert.NotEmpty(meeting.Causes);
                Assert.Equal(fair.Fits(meeting.Id), meeting.Causes is [{ Cause: UnplacedCause.PlaceAtHand }]);
                Assert.Equal(
                    !fair.Fits(meeting.Id) && fair.OthersWeighAsMuch(meeting.Id),
                    meeting.Causes.Any(found => found.Cause == UnplacedCause.OthersWishedMore)
                );
                Assert.All(meeting.Causes, found => Assert.True(fair.IsTrue(meeting.Id, found), $"{meeting.Id}: {found}"));
            }
        );
    }

    [Fact]
    public void Every_cause_and_every_remedy_comes_up()
    {
        var explained = Enumerable.Range(1, 300).SelectMany(seed => new Fair(seed).Explained).ToList();

        Assert.Equal(
            Enum.GetValues<UnplacedCause>().Except([UnplacedCause.Withdrawn]),
            explained.SelectMany(meeting => meeting.Causes).Select(found => found.Cause).Distinct().Order()
        );
        Assert.Equal(
            Enum.GetValues<Remedy>(),
            explained.SelectMany(meeting => meeting.Remedies).Select(found => found.Remedy).Distinct().Order()
        );
    }

    /// <summary>A crowded timetable with some meetings locked, and sometimes one taken off by hand.</summary>
    private sealed class Fair
    {
        private const string Added = WhyNot.Added;

        private readonly ScheduleProblem problem;
        private readonly List<PlacedMeeting> placed;

        public Fair(int seed)
        {
            var random = new Random(seed);
            problem = SmallTimetable.Crowded(random);
            placed = SmallTimetable.FirstFit(problem);
            placed.RemoveRange(0, Math.Min(placed.Count, random.Next(2)));
            Locked = placed.Select(item => item.Id).Where(_ => random.Next(4) == 0).ToHashSet();
            Explained = [.. new WhyNot(problem, placed, Locked, new HashSet<string>()).All];
        }

        public HashSet<string> Locked { get; }

        public IReadOnlyList<UnplacedMeeting> Explained { get; }

        private ScheduleProblem WithTable => problem with { Tables = [.. problem.Tables, Added] };

        private ScheduleProblem WithInterpreter =>
            problem with
            {
                Interpreters = [.. problem.Interpreters, new ScheduleInterpreter(Added, "zh-ko")],
            };

        public bool Fits(string meeting) => Fits(problem, placed, meeting);

        public (ScheduleProblem Problem, IReadOnlyList<PlacedMeeting> Placed) After(RemedyFound found) =>
            (
                found.Remedy switch
                {
                    Remedy.AddTable => WithTable,
                    Remedy.AddInterpreter => WithInterpreter,
                    Remedy.RaiseMaximum => Changed(problem, found.Firms, firm => firm with { Max = firm.Max + 1 }),
                    Remedy.LiftAbsence => Changed(problem, found.Firms, firm => There(firm, found.Place.Slot)),
                    _ => problem,
                },
                [.. Without(found.Other?.Id), found.Place, .. found.OtherTo is { } to ? new[] { to } : []]
            );

        public IEnumerable<Remedy> TriedRemedies(string meeting)
        {
            var sides = Sides(meeting);
            var movable = placed.Where(other => !Locked.Contains(other.Id)).ToList();
            var full = sides.Where(side => problem.Participants.Single(firm => firm.Id == side).Max == Held(side)).ToList();
            if (movable.Exists(other => Places(other.Id).Any(to => to != other && Fits(problem, [.. Without(other.Id), to], meeting))))
            {
                yield return Remedy.MoveAnother;
            }

            if (movable.Exists(other => IsLess(other.Id, meeting) && Fits(problem, Without(other.Id), meeting)))
            {
                yield return Remedy.TakePlaceOf;
            }

            if (Fits(Changed(problem, full, firm => firm with { Max = firm.Max + 1 }), placed, meeting))
            {
                yield return Remedy.RaiseMaximum;
            }

            if (problem.Slots.Any(slot => sides.Any(side => Fits(Changed(problem, [side], firm => There(firm, slot.Id)), placed, meeting))))
            {
                yield return Remedy.LiftAbsence;
            }

            if (Fits(WithInterpreter, placed, meeting))
            {
                yield return Remedy.AddInterpreter;
            }

            if (Fits(WithTable, placed, meeting))
            {
                yield return Remedy.AddTable;
            }
        }

        public bool OthersWeighAsMuch(string meeting)
        {
            var rivals = placed.Where(other => !Locked.Contains(other.Id) && Fits(problem, Without(other.Id), meeting)).ToList();
            return rivals.Count > 0 && !rivals.Exists(rival => IsLess(rival.Id, meeting));
        }

        /// <summary>By giving everything that the cause does not speak of, and taking away what it does.</summary>
        public bool IsTrue(string meeting, CauseFound found)
        {
            var boundless = Boundless(problem);
            var tables = Boundless(problem, keepsTables: true);
            var interpreters = Boundless(problem, keepsInterpreters: true);
            return found.Cause switch
            {
                UnplacedCause.PlaceAtHand => found.Slots.All(slot => Fits(problem, placed, meeting, slot)),
                UnplacedCause.NoCommonSlot => !Fits(boundless, [], meeting),
                UnplacedCause.AtMaximum => found.Firms.All(firm =>
                    Sides(meeting).Contains(firm) && problem.Participants.Single(item => item.Id == firm).Max == Held(firm)
                ),
                UnplacedCause.FirmsBusy => !Fits(boundless, placed, meeting) && Fits(boundless, [], meeting),
                UnplacedCause.TablesFull or UnplacedCause.OwnTableTaken => found.Slots.All(slot =>
                    Fits(boundless, placed, meeting, slot) && !Fits(tables, placed, meeting, slot)
                )
                    && (found.Cause == UnplacedCause.OwnTableTaken) == (found.Firms.Count > 0),
                UnplacedCause.NoInterpreter => found.Slots.All(slot =>
                    Fits(boundless, placed, meeting, slot) && !Fits(interpreters, placed, meeting, slot)
                ),
                _ => true,
            };
        }

        private static ScheduleProblem Boundless(ScheduleProblem of, bool keepsTables = false, bool keepsInterpreters = false) =>
            of with
            {
                Tables = keepsTables ? of.Tables : [.. of.Tables, Added],
                Interpreters = keepsInterpreters ? of.Interpreters : [.. of.Interpreters, new ScheduleInterpreter(Added, "zh-ko")],
                Participants = [.. of.Participants.Select(firm => firm with { Max = null, Table = keepsTables ? firm.Table : null })],
            };

        private static ScheduleProblem Changed(
            ScheduleProblem of,
            IReadOnlyCollection<string> firms,
            Func<ScheduleParticipant, ScheduleParticipant> change
        ) => of with { Participants = [.. of.Participants.Select(firm => firms.Contains(firm.Id) ? change(firm) : firm)] };

        private static ScheduleParticipant There(ScheduleParticipant firm, string slot) =>
            firm with
            {
                Unavailable = [.. firm.Unavailable!.Where(away => away != slot)],
            };

        private static bool Fits(ScheduleProblem of, IReadOnlyList<PlacedMeeting> beside, string meeting, string? only = null) =>
            Everywhere(of, meeting)
                .Where(place => only is null || place.Slot == only)
                .Any(place => SmallTimetable.Keeps(of, [.. beside, place]));

        private static IEnumerable<PlacedMeeting> Everywhere(ScheduleProblem of, string meeting) =>
            from slot in of.Slots
            from table in of.Tables
            from interpreter in of.Meetings.Single(item => item.Id == meeting).Interpreter is null
                ? new string?[] { null }
                : [.. of.Interpreters.Select(item => item.Id)]
            select new PlacedMeeting(meeting, slot.Id, table, interpreter);

        private IEnumerable<PlacedMeeting> Places(string meeting) =>
            Everywhere(problem, meeting).Where(place => SmallTimetable.Keeps(problem, [.. Without(meeting), place]));

        private List<PlacedMeeting> Without(string? meeting) => placed.FindAll(item => item.Id != meeting);

        private List<string> Sides(string meeting) => problem.Meetings.Single(item => item.Id == meeting) is var of ? [of.A, of.B] : [];

        private int Held(string firm) => placed.Count(item => Sides(item.Id).Contains(firm));

        private bool IsLess(string one, string than)
        {
            var (first, second) = (problem.Meetings.Single(item => item.Id == one), problem.Meetings.Single(item => item.Id == than));
            return (first.Must, first.Weight).CompareTo((second.Must, second.Weight)) < 0;
        }
    }
}

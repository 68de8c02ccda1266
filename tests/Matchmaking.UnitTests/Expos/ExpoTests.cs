using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Xunit;

namespace Matchmaking.UnitTests.Expos;

public sealed class ExpoTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);
    private static readonly SlotPlan Morning = new(new(9, 0), new(12, 0), 30, 0, null, null);

    private static readonly ExpoProfile Profile = new()
    {
        Names = new LocalizedText("中韩产业对接会", "한중 산업 상담회", "China–Korea Sourcing Fair"),
        Place = "Songdo Convensia",
        Hall = Country.KR,
        FirstDay = new DateOnly(2027, 3, 10),
        LastDay = new DateOnly(2027, 3, 11),
    };

    private readonly Expo expo = Expo.Plan(AgencyId.New(), Profile, Now).Value;

    [Fact]
    public void Profile_names_everything_that_is_wrong() =>
        Assert.Equal(
            ["NameKo", "Place", "FirstDay", "LastDay", "PreferencesUntil"],
            Expo.Plan(
                    AgencyId.New(),
                    new ExpoProfile
                    {
                        Names = new LocalizedText("对接会", " ", "Fair"),
                        Place = " ",
                        Hall = Country.CN,
                        FirstDay = new DateOnly(2026, 11, 22),
                        LastDay = new DateOnly(2026, 11, 21),
                        PreferencesUntil = new DateOnly(2026, 11, 20),
                        ScheduleUntil = new DateOnly(2026, 11, 20),
                    },
                    Now
                )
                .Errors.Select(error => error.Field)
        );

    [Fact]
    public void Firms_are_shown_and_told_nothing_before_there_is_a_draft()
    {
        Assert.All(
            [expo.MakePreliminary(1, broken: 0), expo.ReturnToDrafts(), expo.Publish(broken: 0), expo.Tell(), expo.Finish(), expo.Reopen()],
            result => Assert.Equal([Error.Stale], result.Errors)
        );
        Assert.True(expo.Show(1, broken: 0).Succeeded);

        Assert.Equal((ExpoState.Planned, null, 0), (expo.State, expo.ShownDraft, expo.Round));
    }

    [Fact]
    public void Slots_stand_on_the_clock_of_the_hall_on_each_day_of_the_expo()
    {
        Assert.True(expo.AddSlots(Morning, [.. Profile.Days, new DateOnly(2027, 3, 12)]).Succeeded);

        Assert.Equal(12, expo.Slots.Count);
        Assert.Equal(new DateTime(2027, 3, 10, 0, 0, 0, DateTimeKind.Utc), expo.Slots.Min(slot => slot.Start));
        Assert.Equal(new DateTime(2027, 3, 11, 3, 0, 0, DateTimeKind.Utc), expo.Slots.Max(slot => slot.End));
    }

    [Fact]
    public void Slots_do_not_overlap_and_may_touch()
    {
        Assert.True(expo.AddSlots(Morning, [Profile.FirstDay]).Succeeded);

        Assert.Equal(
            [ExpoErrors.SlotsOverlap],
            expo.AddSlots(Morning with { Start = new(11, 40), End = new(12, 40) }, [Profile.FirstDay]).Errors
        );
        Assert.Equal([ExpoErrors.NoDay], expo.AddSlots(Morning, [new DateOnly(2027, 3, 12)]).Errors);
        Assert.True(expo.AddSlots(Morning with { Start = new(12, 0), End = new(13, 0) }, [Profile.FirstDay]).Succeeded);
        Assert.Equal(8, expo.Slots.Count);
    }

    [Fact]
    public void Days_with_slots_cannot_be_left()
    {
        Assert.True(expo.AddSlots(Morning, [Profile.LastDay]).Succeeded);

        Assert.Equal([ExpoErrors.SlotsOutside], expo.Change(Profile with { LastDay = Profile.FirstDay }, Now).Errors);
        Assert.Equal([ExpoErrors.SlotsOutside], expo.Change(Profile with { Hall = Country.CN }, Now).Errors);
        Assert.True(expo.Change(Profile with { FirstDay = Profile.LastDay }, Now).Succeeded);
    }

    [Fact]
    public void Tables_are_numbered_and_no_name_comes_twice()
    {
        Assert.True(expo.AddTables(" A", 1, 12).Succeeded);

        Assert.Equal(
            ["A1", "A2", "A12"],
            new[] { 0, 1, 11 }.Select(index => expo.Tables.OrderBy(table => table.Position).ElementAt(index).Name)
        );
        Assert.Equal("expo.table-taken", expo.AddTables("A", 12, 2).Errors[0].Code);
        Assert.Equal([ExpoErrors.TooManyTables], expo.AddTables("B", 1, Expo.TableLimit).Errors);
    }

    [Fact]
    public void Absences_go_with_their_slots()
    {
        expo.AddSlots(Morning, [Profile.FirstDay]);
        var (first, second) = (expo.Slots[0].Id, expo.Slots[1].Id);
        Assert.True(expo.SaveInterpreter(null, " 金秀 ", ["zh-ko", "ja-ko"], [first, second, Guid.NewGuid()]).Succeeded);
        var interpreter = Assert.Single(expo.Interpreters);
        Assert.Equal("金秀", interpreter.Name);
        Assert.Equal(["zh-ko"], interpreter.Pairs);
        Assert.Equal([first, second], interpreter.Absent);

        expo.RemoveSlots(new HashSet<Guid> { first });

        Assert.Equal([second], interpreter.Absent);
        Assert.Equal([Error.NotFound], expo.SaveInterpreter(Guid.NewGuid(), "A", ["zh-ko"], []).Errors);
        Assert.Equal([ExpoErrors.NoPair], expo.SaveInterpreter(interpreter.Id, "A", ["ja-ko"], []).Errors);
    }

    [Fact]
    public void Wishes_open_with_slots_and_tables_close_and_open_again()
    {
        Assert.Equal([ExpoErrors.NotReady], expo.Open(until: null, Now).Errors);
        Assert.Equal([Error.Stale], expo.Close().Errors);
        expo.AddSlots(Morning, [Profile.FirstDay]);
        expo.AddTables("", 1, 3);

        Assert.True(expo.Open(until: null, Now).Succeeded);
        Assert.Equal([Error.Stale], expo.Open(until: null, Now).Errors);
        Assert.True(expo.Close().Succeeded);
        Assert.Equal(ExpoState.Closed, expo.State);
        Assert.True(expo.Open(until: null, Now).Succeeded);
    }

    [Fact]
    public void What_a_wish_means_is_settled_once_wishes_have_been_opened_and_who_books_is_not()
    {
        var oneSided = Profile with { Requests = RequestMode.OneSided };
        Assert.True(expo.Change(oneSided, Now).Succeeded);
        expo.AddSlots(Morning, [Profile.FirstDay]);
        expo.AddTables("", 1, 3);
        Assert.True(expo.Open(until: null, Now).Succeeded);

        foreach (var close in new[] { false, true })
        {
            Assert.True(!close || expo.Close().Succeeded);
            Assert.Equal([ExpoErrors.RequestsSettled], expo.Change(Profile, Now).Errors);
            Assert.True(expo.Change(oneSided with { Scheduling = SchedulingMode.Participants }, Now).Succeeded);
        }

        Assert.Equal((RequestMode.OneSided, SchedulingMode.Participants), (expo.Profile.Requests, expo.Profile.Scheduling));
    }

    [Fact]
    public void Who_books_is_settled_once_there_is_a_draft()
    {
        var booked = Profile with { Scheduling = SchedulingMode.Participants };
        expo.AddSlots(Morning, [Profile.FirstDay]);
        expo.AddTables("", 1, 3);
        expo.Open(until: null, Now);
        Assert.Equal([Error.Stale], expo.OpenBooking(1).Errors);
        expo.Close();
        Assert.Equal([Error.Stale], expo.OpenBooking(1).Errors);
        Assert.True(expo.Change(booked, Now).Succeeded);

        Assert.True(expo.OpenBooking(1).Succeeded);
        Assert.Equal((ExpoState.Preliminary, 1, true), (expo.State, expo.ShownDraft, expo.IsOpenForBooking));
        Assert.Equal([ExpoErrors.SchedulingSettled], expo.Change(Profile, Now).Errors);
        Assert.True(expo.ReturnToDrafts().Succeeded);
        Assert.Equal([ExpoErrors.SchedulingSettled], expo.Change(Profile, Now).Errors);
        Assert.False(expo.IsOpenForBooking);
    }

    [Theory]
    [InlineData(Country.KR, 15)]
    [InlineData(Country.CN, 16)]
    public void Wishes_end_at_midnight_of_their_last_day_in_the_hall(Country hall, int hourUtc)
    {
        var lastDay = new DateOnly(2026, 12, 4);
        var planned = Expo.Plan(AgencyId.New(), Profile with { Hall = hall, PreferencesUntil = lastDay }, Now).Value;
        planned.AddSlots(Morning, [Profile.FirstDay]);
        planned.AddTables("", 1, 3);
        Assert.True(planned.Open(until: null, Now).Succeeded);
        var midnight = new DateTime(2026, 12, 4, hourUtc, 0, 0, DateTimeKind.Utc);

        planned.Settle(midnight.AddTicks(-1));
        Assert.Equal((ExpoState.CollectingPreferences, midnight), (planned.State, planned.Window?.ClosesAt));
        planned.Settle(midnight);
        Assert.Equal((ExpoState.Closed, null), (planned.State, planned.Window));

        Assert.Equal([ExpoErrors.PreferencesOver], planned.Open(until: null, midnight).Errors);
        Assert.Equal([ExpoErrors.PreferencesOver], planned.Open(lastDay, midnight).Errors);
        Assert.True(planned.Open(lastDay.AddDays(1), midnight).Succeeded);
        Assert.Equal(midnight.AddDays(1), planned.Window?.ClosesAt);
    }
}

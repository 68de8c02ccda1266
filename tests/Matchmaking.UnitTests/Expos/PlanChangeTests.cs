using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Programme;
using Xunit;

namespace Matchmaking.UnitTests.Expos;

public sealed class PlanChangeTests
{
    private static readonly CompanyId[] Firms = [.. Enumerable.Range(0, 6).Select(_ => CompanyId.New())];

    [Fact]
    public void Changes_that_hang_together_are_told_together_and_no_others()
    {
        PlanChange[] changes = [Change(2, 3), Change(4, 5), Change(1, 2), Change(0, 1)];

        Assert.Equal([changes[0], changes[2], changes[3]], changes.Around(Firms[0]));
        Assert.Equal([changes[1]], changes.Around(Firms[4]));
        Assert.Empty(changes.Around(CompanyId.New()));
    }

    private static PlanChange Change(int a, int b) =>
        new(null, new PlannedMeeting(Guid.NewGuid(), Firms[a], Firms[b], DateTime.UnixEpoch, 30, "A01", null));
}

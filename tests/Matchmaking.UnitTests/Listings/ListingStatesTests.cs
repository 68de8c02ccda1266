using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Xunit;

namespace Matchmaking.UnitTests.Listings;

/// <summary>Every state (with and without a pending change, written <c>Published+Draft</c>) against every step.</summary>
public sealed class ListingStatesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime AfterItsLastDay = new(2027, 1, 10, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Author = Guid.CreateVersion7();
    private static readonly string Reason = new('因', Listing.ReasonMinimum);

    private static readonly ListingContent First = new()
    {
        Language = LanguageCode.Zh,
        Title = "电池级氢氧化锂",
        Text = "每月 40 吨",
        ValidUntil = new DateOnly(2026, 12, 31),
    };

    private static readonly ListingContent Second = First with { Text = "每月 60 吨", ValidUntil = new DateOnly(2027, 12, 31) };
    private static readonly ListingContent Third = Second with { Text = "每月 80 吨" };

    private static readonly Dictionary<string, Func<Listing, Result>> Steps = new()
    {
        ["Edit"] = listing => listing.Edit(Third, Author, Now),
        ["Submit"] = listing => listing.Submit(Author, Now),
        ["StartReview"] = listing => listing.StartReview(),
        ["ReleaseReview"] = listing => listing.ReleaseReview(),
        ["RequestChanges"] = listing => listing.RequestChanges(Reason, Now),
        ["Reject"] = listing => listing.Reject(Reason, Now),
        ["Publish"] = listing => listing.Publish(Now),
        ["Suspend"] = listing => listing.Suspend(Reason, Now),
        ["Reinstate"] = listing => listing.Reinstate(Now),
        ["Expire"] = listing => listing.Expire(AfterItsLastDay),
        ["Renew"] = listing => listing.Renew(new DateOnly(2027, 6, 30), Author, Now),
        ["Withdraw"] = listing => listing.Withdraw(Author, Now),
        ["DiscardRevision"] = listing => listing.DiscardRevision(Author, Now),
    };

    private static readonly Dictionary<string, string[]> Roads = new()
    {
        ["Draft"] = [],
        ["Submitted"] = ["Submit"],
        ["InReview"] = ["Submit", "StartReview"],
        ["ChangesRequested"] = ["Submit", "StartReview", "RequestChanges"],
        ["Rejected"] = ["Submit", "StartReview", "Reject"],
        ["Published"] = ["Submit", "StartReview", "Publish"],
        ["Published+Draft"] = ["Submit", "StartReview", "Publish", "Write"],
        ["Published+Submitted"] = ["Submit", "StartReview", "Publish", "Write", "Submit"],
        ["Published+InReview"] = ["Submit", "StartReview", "Publish", "Write", "Submit", "StartReview"],
        ["Published+ChangesRequested"] = ["Submit", "StartReview", "Publish", "Write", "Submit", "StartReview", "RequestChanges"],
    };

    /// <summary>What is legal, and where it leads; all that is not named here must be refused and change nothing.</summary>
    private static readonly Dictionary<string, (string From, string To)[]> Legal = new()
    {
        ["Edit"] =
        [
            ("Draft", "Draft"),
            ("ChangesRequested", "ChangesRequested"),
            ("Published", "Published+Draft"),
            ("Published+Draft", "Published+Draft"),
            ("Published+ChangesRequested", "Published+ChangesRequested"),
            ("Expired", "Expired+Draft"),
            ("Expired+Draft", "Expired+Draft"),
            ("Expired+ChangesRequested", "Expired+ChangesRequested"),
        ],
        ["Submit"] =
        [
            ("Draft", "Submitted"),
            ("ChangesRequested", "Submitted"),
            ("Published+Draft", "Published+Submitted"),
            ("Published+ChangesRequested", "Published+Submitted"),
            ("Expired+Draft", "Expired+Submitted"),
            ("Expired+ChangesRequested", "Expired+Submitted"),
        ],
        ["StartReview"] =
        [
            ("Submitted", "InReview"),
            ("Published+Submitted", "Published+InReview"),
            ("Expired+Submitted", "Expired+InReview"),
        ],
        ["ReleaseReview"] =
        [
            ("InReview", "Submitted"),
            ("Published+InReview", "Published+Submitted"),
            ("Expired+InReview", "Expired+Submitted"),
        ],
        ["RequestChanges"] =
        [
            ("InReview", "ChangesRequested"),
            ("Published+InReview", "Published+ChangesRequested"),
            ("Expired+InReview", "Expired+ChangesRequested"),
        ],
        ["Reject"] = [("InReview", "Rejected"), ("Published+InReview", "Published"), ("Expired+InReview", "Expired")],
        ["Publish"] = [("InReview", "Published"), ("Published+InReview", "Published"), ("Expired+InReview", "Published")],
        ["Suspend"] =
        [
            ("Published", "Suspended"),
            ("Published+Draft", "Suspended+Draft"),
            ("Published+Submitted", "Suspended+Submitted"),
            ("Published+InReview", "Suspended+InReview"),
            ("Published+ChangesRequested", "Suspended+ChangesRequested"),
        ],
        ["Reinstate"] =
        [
            ("Suspended", "Published"),
            ("Suspended+Draft", "Published+Draft"),
            ("Suspended+Submitted", "Published+Submitted"),
            ("Suspended+InReview", "Published+InReview"),
            ("Suspended+ChangesRequested", "Published+ChangesRequested"),
        ],
        ["Expire"] =
        [
            ("Published", "Expired"),
            ("Published+Draft", "Expired+Draft"),
            ("Published+Submitted", "Expired+Submitted"),
            ("Published+InReview", "Expired+InReview"),
            ("Published+ChangesRequested", "Expired+ChangesRequested"),
        ],
        ["Renew"] =
        [
            ("Expired", "Published"),
            ("Expired+Draft", "Published+Draft"),
            ("Expired+Submitted", "Published+Submitted"),
            ("Expired+InReview", "Published+InReview"),
            ("Expired+ChangesRequested", "Published+ChangesRequested"),
        ],
        ["Withdraw"] =
        [
            .. AllStates().Where(state => state is not ("Draft" or "Rejected" or "Withdrawn")).Select(state => (state, "Withdrawn")),
        ],
        ["DiscardRevision"] =
        [
            .. AllStates()
                .Where(state => state.Contains('+') && !state.EndsWith("InReview", StringComparison.Ordinal))
                .Select(state => (state, state[..state.IndexOf('+')])),
        ],
    };

    public static TheoryData<string, string> EveryStepInEveryState()
    {
        var data = new TheoryData<string, string>();
        foreach (var state in AllStates())
        {
            foreach (var step in Steps.Keys)
            {
                data.Add(state, step);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryStepInEveryState))]
    public void A_step_leads_where_the_table_says_or_is_refused_and_changes_nothing(string state, string step)
    {
        var listing = In(state);
        var before = Snapshot(listing);
        var expected = Array.Find(Legal[step], legal => legal.From == state).To;

        var result = Steps[step](listing);

        Assert.Equal(expected is not null, result.Succeeded);
        Assert.Equal(expected ?? state, Name(listing));
        if (expected is null)
        {
            Assert.Equal(before, Snapshot(listing));
            Assert.Equal(ErrorKind.Conflict, Assert.Single(result.Errors).Kind);
        }
        else
        {
            Assert.True(listing.Version > before.Version);
        }
    }

    [Fact]
    public void The_table_reaches_every_state()
    {
        var reached = AllStates().Select(state => In(state).State).ToHashSet();

        Assert.Equal(Enum.GetValues<ListingState>().ToHashSet(), reached);
    }

    private static IEnumerable<string> AllStates() =>
        [
            .. Roads.Keys,
            .. Roads.Keys.Where(state => state.StartsWith("Published", StringComparison.Ordinal)).SelectMany(SuspendedAndExpired),
            "Withdrawn",
        ];

    private static IEnumerable<string> SuspendedAndExpired(string published) =>
        [published.Replace("Published", "Suspended"), published.Replace("Published", "Expired")];

    private static Listing In(string state)
    {
        var listing = Listing.Draft(CompanyId.New(), ListingKind.Offer, First, Author, Now);
        var last = state.Split('+')[0] switch
        {
            "Suspended" => "Suspend",
            "Expired" => "Expire",
            "Withdrawn" => "Withdraw",
            _ => null,
        };
        var road = last is null ? Roads[state] : [.. Roads["Published" + state[state.Split('+')[0].Length..]], last];
        foreach (var step in road)
        {
            var result = step == "Write" ? listing.Edit(Second, Author, Now) : Steps[step](listing);
            Assert.True(result.Succeeded, $"{step} on the road to {state}");
        }

        Assert.Equal(state, Name(listing));
        return listing;
    }

    private static string Name(Listing listing) =>
        listing.Revision is null ? $"{listing.State}" : $"{listing.State}+{listing.Revision.State}";

    private static (string, ListingContent, ListingContent, string?, string?, long Version) Snapshot(Listing listing) =>
        (Name(listing), listing.Content, listing.Working, listing.ReturnReason, listing.Revision?.ReturnReason, listing.Version);
}

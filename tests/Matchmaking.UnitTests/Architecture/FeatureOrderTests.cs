using System.Text.RegularExpressions;
using Xunit;

namespace Matchmaking.UnitTests.Architecture;

/// <summary>Inside Core a feature uses only what stands to its left; the features of one rank do not know each other.</summary>
public sealed partial class FeatureOrderTests
{
    private static readonly string[][] Ranks =
    [
        ["Common"],
        ["Language"],
        ["Auditing"],
        ["Outbox"],
        ["Identity"],
        ["Companies"],
        ["Listings"],
        ["Terms"],
        ["Moderation", "Matching", "Meetings"],
        ["Expos"],
        ["Notifications"],
    ];

    /// <summary>Visible to all and sees all: the context and its migrations.</summary>
    private const string Exempt = "Data";

    [Fact]
    public void Feature_uses_only_what_stands_to_its_left() =>
        Assert.Empty(SourceTree.Files("src/Matchmaking.Core", ".cs").SelectMany(file => Violations(file.Path, file.Text)));

    [Fact]
    public void Every_folder_of_core_has_its_place_in_the_order_and_every_place_a_folder() =>
        Assert.Equal(
            Ranks.SelectMany(rank => rank).Append(Exempt).Order(StringComparer.Ordinal),
            SourceTree.Files("src/Matchmaking.Core", ".cs").Select(file => file.Path.Split('/')[2]).Distinct().Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("Companies", "using Matchmaking.Core.Listings;")]
    [InlineData("Companies", "var listing = new Matchmaking.Core.Listings.Listing();")]
    [InlineData("Companies", "private Listings.Listing? listing;")]
    [InlineData("Matching", "using Matchmaking.Core.Meetings;")]
    [InlineData("Common", "using static Matchmaking.Core.Outbox.OutboxMessage;")]
    [InlineData("Listings", "using Notice = Matchmaking.Core.Notifications.Notification;")]
    public void Feature_that_looks_to_the_right_is_found_out(string feature, string line) =>
        Assert.Single(Violations($"src/Matchmaking.Core/{feature}/Offender.cs", line));

    [Theory]
    [InlineData("Listings", "using Matchmaking.Core.Companies;")]
    [InlineData("Companies", "using Matchmaking.Core.Data;")]
    [InlineData("Companies", "await db.Listings.Where(listing => listing.IsLive).ToListAsync();")]
    [InlineData("Data", "using Matchmaking.Core.Notifications;")]
    public void Feature_that_looks_to_the_left_is_left_alone(string feature, string line) =>
        Assert.Empty(Violations($"src/Matchmaking.Core/{feature}/Citizen.cs", line));

    private static IEnumerable<string> Violations(string path, string text)
    {
        var feature = path.Split('/')[2];
        var rank = Array.FindIndex(Ranks, names => names.Contains(feature));
        return feature == Exempt
            ? []
            : Use()
                .Matches(text)
                .Select(use => use.Groups["feature"].Value)
                .Where(used => used != feature && Array.FindIndex(Ranks, names => names.Contains(used)) >= rank)
                .Distinct()
                .Select(used => $"{path} uses {used}");
    }

    /// <summary>A feature named in full, or from within as in <c>Listings.Listing</c>.</summary>
    [GeneratedRegex(
        @"Matchmaking\.Core\.(?<feature>\w+)|(?<![\w.])(?<feature>[A-Z]\w+)\.[A-Z]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Use();
}

using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings;

public static class ListingErrors
{
    public static readonly Error UnderReview = new("listing.under-review", ErrorKind.Conflict);

    public static readonly Error ReasonTooShort = new("listing.reason-too-short", Field: "Reason", Arguments: Listing.ReasonMinimum);

    public static readonly Error AlreadyOver = new("listing.already-over", Field: nameof(ListingContent.ValidUntil));

    /// <summary>Its last day passed between the submission and the decision.</summary>
    public static readonly Error OverWhileWaiting = new("listing.over-while-waiting", ErrorKind.Conflict);

    public static readonly Error TitleMissing = new("listing.title-missing", Field: nameof(ListingContent.Title));

    public static readonly Error TextMissing = new("listing.text-missing", Field: nameof(ListingContent.Text));

    public static readonly Error NothingChanged = new("listing.nothing-changed");

    /// <summary>An agency decided while the form was open.</summary>
    public static readonly Error DecidedMeanwhile = new("listing.decided-meanwhile", ErrorKind.Conflict);

    /// <summary>The step is not one that the present state allows; the argument is the state.</summary>
    public static Error IllegalStep(ListingState state) => new("listing.illegal-step", ErrorKind.Conflict, null, state);

    public static Error TooLong(string field, int limit) => new("listing.too-long", Field: field, Arguments: limit);

    public static Error TooMany(string field, int limit) => new("listing.too-many", Field: field, Arguments: limit);

    /// <summary>Control characters, which neither a page nor a file can show.</summary>
    public static Error Unprintable(string field) => new("listing.unprintable", Field: field);

    public static Error UnknownHsCode(string code) => new("listing.hs-unknown", Field: nameof(ListingContent.HsCodes), Arguments: code);

    public static Error UnknownRegion(string code) => new("listing.region-unknown", Field: nameof(ListingContent.Regions), Arguments: code);
}

using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings;

public sealed partial class Listing
{
    public Result StartReview() => Review(ListingState.Submitted, () => MoveWorking(ListingState.InReview, reason: null));

    /// <summary>The reviewer puts it back into the queue without a decision.</summary>
    public Result ReleaseReview() => Review(ListingState.InReview, () => MoveWorking(ListingState.Submitted, reason: null));

    public Result RequestChanges(string reason, DateTime now) =>
        Decide(reason, now, () => MoveWorking(ListingState.ChangesRequested, reason.Trim()));

    /// <summary>Refused for good. A refused change leaves the published text as it was.</summary>
    public Result Reject(string reason, DateTime now) =>
        Decide(
            reason,
            now,
            () =>
            {
                State = Revision is null ? ListingState.Rejected : State;
                Revision = null;
                ReturnReason = reason.Trim();
            }
        );

    public Result Publish(DateTime now) =>
        WorkingState == ListingState.InReview && Working.IsOver(now)
            ? ListingErrors.OverWhileWaiting
            : Review(
                ListingState.InReview,
                () =>
                {
                    Content = Working;
                    Revision = null;
                    State = ListingState.Published;
                    ReturnReason = null;
                    PublishedAt = now;
                    DecidedAt = now;
                }
            );

    /// <summary>Taken from public view by an agency; a change under way waits until it is back.</summary>
    public Result Suspend(string reason, DateTime now) =>
        IsTooShort(reason)
            ? ListingErrors.ReasonTooShort
            : From(
                ListingState.Published,
                () =>
                {
                    State = ListingState.Suspended;
                    ReturnReason = reason.Trim();
                    DecidedAt = now;
                }
            );

    public Result Reinstate(DateTime now) =>
        From(
            ListingState.Suspended,
            () =>
            {
                State = Content.IsOver(now) ? ListingState.Expired : ListingState.Published;
                ReturnReason = null;
                DecidedAt = now;
            }
        );

    private static bool IsTooShort(string reason) => reason.Trim().EnumerateRunes().Count() < ReasonMinimum;

    private Result Decide(string reason, DateTime now, Action step) =>
        IsTooShort(reason)
            ? ListingErrors.ReasonTooShort
            : Review(
                ListingState.InReview,
                () =>
                {
                    step();
                    DecidedAt = now;
                }
            );
}

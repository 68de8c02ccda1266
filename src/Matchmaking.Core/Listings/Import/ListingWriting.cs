using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings.Import;

internal static class ListingWriting
{
    public static bool Differs(KnownFirm firm, FirmPlan plan, bool publish) =>
        plan.Listings.Any(listing =>
            firm.Listings.GetValueOrDefault(listing.ExternalReference) is not { } known
            || known.Working != listing.Content
            || (publish && Waits(known))
        );

    /// <summary>Creates what is new, changes what differs, and leaves the rest alone.</summary>
    public static (int Changed, IReadOnlyList<Error> Errors) Write(KnownFirm firm, FirmPlan plan, bool publish, DateTime now)
    {
        var changed = 0;
        var errors = new List<Error>();
        foreach (var item in plan.Listings)
        {
            var isNew = !firm.Listings.TryGetValue(item.ExternalReference, out var listing);
            listing ??= firm.Add(Listing.Draft(firm.Company.Id, item.Kind, item.Content, author: Guid.Empty, now, item.ExternalReference));
            var differs = isNew || listing.Working != item.Content;
            var step =
                isNew ? Result.Success
                : differs ? listing.Edit(item.Content, author: Guid.Empty, now)
                : Result.Success;
            if (step.Succeeded && publish && Waits(listing))
            {
                step = Publish(listing, now);
                differs = true;
            }

            changed += differs && step.Succeeded ? 1 : 0;
            errors.AddRange(step.Errors.Select(error => error with { Field = item.ExternalReference }));
        }

        return (changed, errors);
    }

    private static bool Waits(Listing listing) => listing.WorkingState == ListingState.Draft;

    private static Result Publish(Listing listing, DateTime now)
    {
        var submitted = listing.Submit(author: Guid.Empty, now);
        if (!submitted.Succeeded)
        {
            return submitted;
        }

        var started = listing.StartReview();
        return started.Succeeded ? listing.Publish(now) : started;
    }
}

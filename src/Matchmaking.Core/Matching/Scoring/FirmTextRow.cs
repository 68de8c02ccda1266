using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings.Import;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>A firm of a file as the matcher reads it, with nothing kept in the database.</summary>
/// <param name="ListingNames">The file's own ids by ours.</param>
public sealed record FirmTextRow(string Name, FirmText Firm, IReadOnlyDictionary<ListingId, string> ListingNames)
{
    /// <summary>Errors: those of the import, with fields named as in the file.</summary>
    public static Result<FirmTextRow> Of(FirmRow row, DateTime now)
    {
        var read = FirmRowReading.Read(row, now);
        if (!read.Succeeded)
        {
            return Result<FirmTextRow>.Failure(read.Errors);
        }

        var plan = read.Value;
        var listings = plan.Listings.Select(listing => (Id: ListingId.New(), Plan: listing)).ToList();
        var firm = new FirmText(
            CompanyId.New(),
            Version: 1,
            plan.Country,
            row.Names,
            SectorNames.Find(row.Sector) is { Length: > 0 } sector ? sector : Sectors.Other,
            RegionNames.Find(plan.Country, row.Region),
            VerifiedUntil: null,
            [
                .. listings.Select(listing => new ListingText(
                    listing.Id,
                    listing.Plan.Kind,
                    listing.Plan.Content,
                    DateOnly.FromDateTime(now)
                )),
            ]
        );
        return new FirmTextRow(row.Id, firm, listings.ToDictionary(listing => listing.Id, listing => listing.Plan.ExternalReference));
    }
}

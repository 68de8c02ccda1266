using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Listings.Import;

/// <summary>A firm of the batch with its imported listings, by their ids in the file.</summary>
internal sealed class KnownFirm(AppDbContext db, Company company, bool isClaimed, IEnumerable<Listing> listings)
{
    public Company Company { get; } = company;

    /// <summary>Somebody acts for it.</summary>
    public bool IsClaimed { get; } = isClaimed;

    public Dictionary<string, Listing> Listings { get; } =
        listings.ToDictionary(listing => listing.ExternalReference!, StringComparer.Ordinal);

    public Listing Add(Listing listing)
    {
        db.Listings.Add(listing);
        Listings.Add(listing.ExternalReference!, listing);
        return listing;
    }
}

/// <summary>The firms that the rows of one batch name, read in a few queries.</summary>
/// <param name="keep">Firms are remembered beyond their batch: in a dry run the database never learns of them.</param>
internal sealed class KnownFirms(AppDbContext db, bool keep)
{
    private readonly Dictionary<(Country, string), KnownFirm> byNumber = [];
    private readonly Dictionary<(Country, string), KnownFirm> byReference = [];

    public async Task LoadAsync(IReadOnlyList<FirmPlan> plans, CancellationToken cancellationToken)
    {
        if (!keep)
        {
            byNumber.Clear();
            byReference.Clear();
        }

        var numbers = plans.Select(plan => plan.RegistrationNumber).OfType<RegistrationNumber>().Distinct().ToList();
        var references = plans.Select(plan => plan.ExternalReference).OfType<string>().Distinct().ToList();
        var companies = await db
            .Companies.Where(company => numbers.Contains(company.RegistrationNumber!) || references.Contains(company.ExternalReference!))
            .ToListAsync(cancellationToken);
        var ids = companies.ConvertAll(company => company.Id);
        var claimed = await db
            .Memberships.Where(membership => membership.CompanyId != null && ids.Contains(membership.CompanyId.Value))
            .Select(membership => membership.CompanyId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
        var listings = await db
            .Listings.Where(listing => ids.Contains(listing.CompanyId) && listing.ExternalReference != null)
            .ToListAsync(cancellationToken);
        foreach (var company in companies)
        {
            Remember(new KnownFirm(db, company, claimed.Contains(company.Id), listings.Where(item => item.CompanyId == company.Id)));
        }
    }

    public KnownFirm? Find(FirmPlan plan)
    {
        if (plan.RegistrationNumber is { } number && byNumber.TryGetValue((plan.Country, number.Value), out var firm))
        {
            return firm;
        }

        return plan.ExternalReference is { } reference ? byReference.GetValueOrDefault((plan.Country, reference)) : null;
    }

    public KnownFirm Add(Company company, FirmPlan plan)
    {
        db.Companies.Add(company);
        return Remember(new KnownFirm(db, company, isClaimed: false, []));
    }

    public KnownFirm Remember(KnownFirm firm)
    {
        var company = firm.Company;
        if (company.RegistrationNumber is { } number)
        {
            byNumber.TryAdd((company.Country, number.Value), firm);
        }

        if (company.ExternalReference is { } reference)
        {
            byReference.TryAdd((company.Country, reference), firm);
        }

        return firm;
    }
}

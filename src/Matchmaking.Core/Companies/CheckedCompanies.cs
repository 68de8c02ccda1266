namespace Matchmaking.Core.Companies;

internal static class CheckedCompanies
{
    /// <summary>Those whose existence is evidenced. Evidence counts through its last day, which is stored as that day's midnight.</summary>
    /// <param name="now">UTC.</param>
    public static IQueryable<Company> WhereChecked(this IQueryable<Company> companies, DateTime now)
    {
        var today = now.Date;
        return companies.Where(company =>
            company.Evidence.Any(item =>
                item.Claim == EvidenceClaim.Existence && item.RevokedAt == null && (item.ExpiresAt == null || item.ExpiresAt >= today)
            )
        );
    }
}

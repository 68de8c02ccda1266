using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>A reason to show one firm's contact fields to another, given by a feature that firms know nothing of.</summary>
public interface IContactGrant
{
    Task<bool> OpensAsync(CompanyId company, Actor viewer, CancellationToken cancellationToken);
}

/// <summary>Who may see a firm's contact fields: its own people, and whoever a grant lets in.</summary>
public sealed class ContactVisibility(IEnumerable<IContactGrant> grants)
{
    public async Task<bool> IsOpenAsync(CompanyId company, Actor? viewer, CancellationToken cancellationToken)
    {
        if (viewer is null)
        {
            return false;
        }

        if (viewer.ActsFor(company))
        {
            return true;
        }

        foreach (var grant in grants)
        {
            if (await grant.OpensAsync(company, viewer, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}

using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

public sealed partial class Expo
{
    public Result Invite(IReadOnlyCollection<CompanyId> companies, DateTime now)
    {
        var invited = firms.Select(firm => firm.CompanyId).ToHashSet();
        var added = companies.Distinct().Where(company => !invited.Contains(company)).ToList();
        if (added.Count == 0)
        {
            return ExpoErrors.NobodyChosen;
        }

        if (firms.Count + added.Count > FirmLimit)
        {
            return ExpoErrors.TooManyFirms;
        }

        firms.AddRange(added.Select(company => ExpoFirm.Of(Id, company, now)));
        return Result.Success;
    }
}

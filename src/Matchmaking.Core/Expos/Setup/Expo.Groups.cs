using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <content>Who may meet whom.</content>
public sealed partial class Expo
{
    public const int GroupLimit = 12;

    public GroupRules Rules =>
        new([.. groups.OrderBy(group => group.Country is null).ThenBy(group => group.Country).ThenBy(group => group.Id)]);

    /// <summary>It meets nobody yet.</summary>
    public Result AddGroup(string name)
    {
        name = name.Trim();
        if (name.Length == 0)
        {
            return ExpoErrors.GroupNameMissing;
        }

        if (groups.Exists(group => group.Name == name))
        {
            return ExpoErrors.GroupTaken(name);
        }

        if (groups.Count >= GroupLimit)
        {
            return ExpoErrors.TooManyGroups;
        }

        groups.Add(ExpoGroup.Of(Id, country: null, name));
        return Result.Success;
    }

    /// <summary>Exactly these pairs of groups meet from now on, whichever of a pair is named first.</summary>
    public void SetMeetings(IReadOnlySet<(Guid One, Guid Other)> pairs)
    {
        foreach (var group in groups)
        {
            group.Meet([
                .. groups
                    .Select(other => other.Id)
                    .Where(other => pairs.Contains((group.Id, other)) || pairs.Contains((other, group.Id)))
                    .Order(),
            ]);
        }
    }

    /// <summary>Its firms are in their country's group again, which stays.</summary>
    public void RemoveGroups(IReadOnlySet<Guid> ids)
    {
        var gone = groups.Where(group => group.Country is null && ids.Contains(group.Id)).Select(group => group.Id).ToHashSet();
        groups.RemoveAll(group => gone.Contains(group.Id));
        groups.ForEach(group => group.Meet([.. group.Meets.Where(other => !gone.Contains(other))]));
        firms.ForEach(firm => firm.LeaveGroup(gone));
    }

    /// <param name="ids">Of <see cref="ExpoFirm"/>s.</param>
    /// <param name="group">Null for the group of each one's country.</param>
    public Result PutIntoGroup(IReadOnlySet<Guid> ids, Guid? group)
    {
        if (group is not null && !groups.Exists(item => item.Id == group && item.Country is null))
        {
            return Error.NotFound;
        }

        var chosen = firms.FindAll(firm => ids.Contains(firm.Id));
        chosen.ForEach(firm => firm.PutInto(group));
        return chosen.Count == 0 ? ExpoErrors.NoFirmChosen : Result.Success;
    }
}

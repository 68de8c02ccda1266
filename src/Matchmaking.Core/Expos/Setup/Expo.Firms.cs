using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <content>Which firms are there, and what holds for each.</content>
public sealed partial class Expo
{
    public Result Invite(IReadOnlyCollection<CompanyId> companies, DateTime now) =>
        Add(companies, company => ExpoFirm.Of(Id, company, now));

    /// <summary>Firms that have come without an invitation attend at once, also after the closing of wishes.</summary>
    public Result AddWalkIns(IReadOnlyCollection<CompanyId> companies, DateTime now) =>
        Add(companies, company => ExpoFirm.OfWalkIn(Id, company, now));

    /// <summary>Invited firms that can answer now and have not been told so; they count as told from here on.</summary>
    public IReadOnlyList<CompanyId> TellInvited(DateTime now)
    {
        var untold =
            State == ExpoState.CollectingPreferences ? firms.FindAll(firm => firm is { State: ExpoFirmState.Invited, ToldAt: null }) : [];
        untold.ForEach(firm => firm.Tell(now));
        return untold.ConvertAll(firm => firm.CompanyId);
    }

    public Result ChangeFirm(Guid id, FirmSettings settings)
    {
        if (firms.Find(firm => firm.Id == id) is not { } firm || (settings.Table is { } table && !tables.Exists(item => item.Id == table)))
        {
            return Error.NotFound;
        }

        if (settings.Min is < 0 || settings.Max is < 1)
        {
            return ExpoErrors.MeetingsOutOfRange;
        }

        if ((settings.Min ?? Profile.MinMeetings) > (settings.Max ?? Profile.MaxMeetings))
        {
            return ExpoErrors.MinAboveMax;
        }

        if (firms.Exists(other => other != firm && other.TableId is not null && other.TableId == settings.Table))
        {
            return ExpoErrors.TableOccupied;
        }

        firm.Set(settings);
        return Result.Success;
    }

    /// <summary>It does not attend and can no longer say that it does.</summary>
    public bool MayTakeBack(ExpoFirm firm) =>
        firm.State != ExpoFirmState.Attending && State > ExpoState.CollectingPreferences && IsOpenForScheduling;

    /// <summary>A firm that had left, declined or not answered comes after all. What it said of its interpreter stands; absences it has none.</summary>
    public Result TakeBack(Guid id, DateTime now)
    {
        if (firms.Find(firm => firm.Id == id) is not { } firm)
        {
            return Error.NotFound;
        }

        if (!MayTakeBack(firm))
        {
            return Error.Stale;
        }

        firm.Answer(attends: true, firm.NeedsInterpreter, absent: [], now);
        return Result.Success;
    }

    public void RemoveFirms(IReadOnlySet<Guid> ids) => firms.RemoveAll(firm => ids.Contains(firm.Id));

    private Result Add(IReadOnlyCollection<CompanyId> companies, Func<CompanyId, ExpoFirm> make)
    {
        var there = firms.Select(firm => firm.CompanyId).ToHashSet();
        var added = companies.Distinct().Where(company => !there.Contains(company)).ToList();
        if (added.Count == 0)
        {
            return ExpoErrors.NobodyChosen;
        }

        if (firms.Count + added.Count > FirmLimit)
        {
            return ExpoErrors.TooManyFirms;
        }

        firms.AddRange(added.Select(make));
        return Result.Success;
    }
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Features.Meetings;

/// <param name="Wording">Which text of <c>meeting-mail</c> tells this person what happened.</param>
/// <param name="IsRelieved">Took part until now; the entry leaves this person's calendar.</param>
internal sealed record MeetingAddressee(AppUser User, CompanyId Company, string Wording, bool IsRelieved = false);

/// <summary>Who hears of a step: the other side, and everybody whose calendar changes.</summary>
internal sealed class MeetingAddressees(AppDbContext db)
{
    public async Task<IReadOnlyList<MeetingAddressee>> OfStepAsync(
        MeetingRequest meeting,
        MeetingStep step,
        Guid? relieved,
        CancellationToken cancellationToken
    )
    {
        var addressees = new List<MeetingAddressee>();
        foreach (var side in new[] { MeetingSide.Asking, MeetingSide.Asked })
        {
            if (!Hears(meeting, step, side))
            {
                continue;
            }

            var company = meeting.CompanyOf(side);
            addressees.AddRange(
                from user in await UsersAsync(company, meeting.PersonOf(side), cancellationToken)
                let takesOver = step.Kind == MeetingStepKind.Delegated && side == step.Side
                select new MeetingAddressee(user, company, takesOver ? "TakenOver" : step.Kind.ToString())
            );
        }

        var isBack = relieved == meeting.AskingPersonId || relieved == meeting.AskedPersonId;
        if (
            step.Side is { } own
            && meeting.Agreed is not null
            && !isBack
            && await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == relieved, cancellationToken)
                is { Email: not null } former
        )
        {
            addressees.Add(new MeetingAddressee(former, meeting.CompanyOf(own), "Relieved", IsRelieved: true));
        }

        return addressees;
    }

    /// <param name="person">Null while nobody of the asked firm has taken the request up: then its owners, who decide who does.</param>
    public async Task<IReadOnlyList<AppUser>> UsersAsync(CompanyId company, Guid? person, CancellationToken cancellationToken) =>
        await db
            .Memberships.AsNoTracking()
            .Where(member => member.CompanyId == company)
            .Where(member => person == null ? member.Role == MembershipRole.Owner : member.UserId == person)
            .Join(db.Users.Where(user => user.Email != null), member => member.UserId, user => user.Id, (_, user) => user)
            .ToListAsync(cancellationToken);

    private static bool Hears(MeetingRequest meeting, MeetingStep step, MeetingSide side) =>
        step.Kind == MeetingStepKind.Delegated && meeting.Agreed is null
            ? side == step.Side && step.DelegatedTo != step.UserId
            : side != step.Side || step.Kind.ChangesCalendar();
}

internal static class CalendarSteps
{
    public static bool ChangesCalendar(this MeetingStepKind kind) =>
        kind
            is MeetingStepKind.Accepted
                or MeetingStepKind.Merged
                or MeetingStepKind.TimeAgreed
                or MeetingStepKind.Moved
                or MeetingStepKind.Delegated
                or MeetingStepKind.Cancelled;
}

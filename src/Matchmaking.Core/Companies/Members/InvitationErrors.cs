using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies.Members;

public static class InvitationErrors
{
    /// <summary>Accepted, taken back or run out.</summary>
    public static readonly Error Over = new("invitation.over", ErrorKind.Conflict);

    public static readonly Error Email = new("invitation.email", Field: "Email");

    public static readonly Error AlreadyMember = new("invitation.already-member", ErrorKind.Conflict, "Email");

    public static readonly Error AlreadyInvited = new("invitation.already-invited", ErrorKind.Conflict, "Email");

    public static readonly Error TooMany = new("invitation.too-many", Field: "Email");

    /// <summary>Per day, to new addresses and again.</summary>
    public static Error DayLimit(int limit) => new("invitation.day-limit", ErrorKind.Conflict, "Email", limit);

    public static Error JustSent(double minutes) => new("invitation.just-sent", ErrorKind.Conflict, null, minutes);

    /// <summary>A firm keeps at least one owner.</summary>
    public static readonly Error LastOwner = new("invitation.last-owner", ErrorKind.Conflict);
}

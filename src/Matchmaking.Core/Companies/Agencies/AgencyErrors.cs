using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies.Agencies;

public static class AgencyErrors
{
    public static readonly Error NameMissing = new("agency.name-missing", Field: "NameLatin");

    /// <summary>Nobody has a confirmed account with that address.</summary>
    public static readonly Error NoSuchPerson = new("agency.no-such-person", Field: "Email");

    public static readonly Error AlreadyReviewer = new("agency.already-reviewer", ErrorKind.Conflict, "Email");

    public static readonly Error SourceMissing = new("evidence.source-missing", Field: "Source");

    public static readonly Error CheckedInFuture = new("evidence.checked-in-future", Field: "CheckedOn");

    public static readonly Error ExpiresBeforeCheck = new("evidence.expires-before-check", Field: "ExpiresOn");
}

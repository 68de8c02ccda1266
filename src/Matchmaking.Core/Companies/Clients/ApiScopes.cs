using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies.Clients;

/// <summary>What a program may do for a firm or an agency; the words stand in access tokens.</summary>
public static class ApiScopes
{
    public const string PartnersRead = "partners:read";
    public const string ListingsRead = "listings:read";
    public const string ListingsWrite = "listings:write";
    public const string MeetingsRead = "meetings:read";
    public const string ReviewsRead = "reviews:read";

    public static readonly IReadOnlyList<string> OfFirms = [PartnersRead, ListingsRead, ListingsWrite, MeetingsRead];
    public static readonly IReadOnlyList<string> OfAgencies = [ReviewsRead];
    public static readonly IReadOnlyList<string> All = [.. OfFirms, .. OfAgencies];

    /// <summary>Those that make sense for whom the actor acts for.</summary>
    public static IReadOnlyList<string> For(Actor actor) =>
        actor.CompanyId is not null ? OfFirms
        : actor.AgencyId is not null ? OfAgencies
        : [];
}

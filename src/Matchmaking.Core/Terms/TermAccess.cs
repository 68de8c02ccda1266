using Matchmaking.Core.Common;

namespace Matchmaking.Core.Terms;

public static class TermAccess
{
    /// <summary>The words belong to the whole site: every agency and the administrator write them.</summary>
    public static bool MayTeach(this Actor actor) => actor.AgencyId is not null || actor.IsAdministrator;
}

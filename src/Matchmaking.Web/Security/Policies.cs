namespace Matchmaking.Web.Security;

/// <summary>Names of the authorisation policies. Without one of these, an action asks for a signed-in person.</summary>
public static class Policies
{
    /// <summary>Acts for a firm.</summary>
    public const string Company = nameof(Company);

    /// <summary>Acts for a firm as one of its owners.</summary>
    public const string CompanyOwner = nameof(CompanyOwner);

    /// <summary>Acts for a trade agency.</summary>
    public const string Agency = nameof(Agency);

    /// <summary>May give programs access to a firm's or an agency's data.</summary>
    public const string ApiClients = nameof(ApiClients);

    /// <summary>Runs the platform.</summary>
    public const string Administrator = nameof(Administrator);
}

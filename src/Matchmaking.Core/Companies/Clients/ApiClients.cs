using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Matchmaking.Core.Companies.Clients;

/// <summary>
/// The programs of one firm or agency among all OpenIddict applications. Whose one is stands in front of its identifier, and the membership
/// of the person who made it in its properties: it acts in that person's name, and only while that membership lasts.
/// </summary>
public sealed class ApiClients(AppDbContext db, IOpenIddictApplicationManager applications)
{
    private const string MembershipProperty = "membership";

    /// <summary>Owners of a firm; everybody of an agency, which knows no owners.</summary>
    public static bool MayManage(Actor actor) => actor.AgencyId is not null || (actor.CompanyId is not null && actor.IsOwner);

    internal static string PrefixOf(Actor actor) => $"{actor.CompanyId?.ToString() ?? actor.AgencyId?.ToString()}.";

    /// <summary>The application's membership, or null for one that no firm or agency has made.</summary>
    public async Task<MembershipId?> MembershipOfAsync(string clientId, CancellationToken cancellationToken) =>
        await applications.FindByClientIdAsync(clientId, cancellationToken) is { } application
            ? MembershipOf(await DescribeAsync(application, cancellationToken))
            : null;

    internal static MembershipId? MembershipOf(OpenIddictApplicationDescriptor described) =>
        described.Properties.TryGetValue(MembershipProperty, out var value)
        && MembershipId.TryParse(value.GetString(), provider: null, out var id)
            ? id
            : null;

    internal async Task<IReadOnlyList<OpenIddictApplicationDescriptor>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        var prefix = PrefixOf(actor);
        var found = await db.Set<OpenIddictEntityFrameworkCoreApplication<Guid>>()
            .Where(application => application.ClientId!.StartsWith(prefix))
            .OrderBy(application => application.Id)
            .ToListAsync(cancellationToken);
        var described = new List<OpenIddictApplicationDescriptor>();
        foreach (var application in found)
        {
            described.Add(await DescribeAsync(application, cancellationToken));
        }

        return described;
    }

    internal async Task AddAsync(
        string clientId,
        string secret,
        string name,
        IEnumerable<string> scopes,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var membership = await db
            .Memberships.Where(item => item.UserId == actor.UserId)
            .Where(item => item.CompanyId == actor.CompanyId && item.AgencyId == actor.AgencyId)
            .Select(item => item.Id)
            .SingleAsync(cancellationToken);
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = clientId,
            ClientSecret = secret,
            ClientType = ClientTypes.Confidential,
            DisplayName = name,
            Permissions = { Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.GrantTypes.ClientCredentials },
            Properties = { [MembershipProperty] = JsonSerializer.SerializeToElement(membership.ToString()) },
        };
        descriptor.Permissions.UnionWith(scopes.Select(scope => Permissions.Prefixes.Scope + scope));
        await applications.CreateAsync(descriptor, cancellationToken);
    }

    private async Task<OpenIddictApplicationDescriptor> DescribeAsync(object application, CancellationToken cancellationToken)
    {
        var described = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(described, application, cancellationToken);
        return described;
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Matchmaking.Core.Companies.Clients;

/// <summary>A program gets an identifier and a secret of its own, to act for one firm or agency.</summary>
public sealed class CreateApiClient(ApiClients clients)
{
    public const int NameLimit = 100;
    private const int CountLimit = 20;
    private const int SecretBytes = 32;
    private const int IdBytes = 9;

    public async Task<Result<NewApiClient>> ExecuteAsync(
        string name,
        IReadOnlyCollection<string> scopes,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (!ApiClients.MayManage(actor))
        {
            return Error.NotFound;
        }

        name = name.Trim();
        if (name.Length is 0 or > NameLimit || name.Any(char.IsControl))
        {
            return ApiClientErrors.Name;
        }

        if (scopes.Count == 0 || scopes.Except(ApiScopes.For(actor)).Any())
        {
            return ApiClientErrors.Scopes;
        }

        if ((await clients.ListAsync(actor, cancellationToken)).Count >= CountLimit)
        {
            return ApiClientErrors.TooMany(CountLimit);
        }

        var id = ApiClients.PrefixOf(actor) + Random(IdBytes);
        var secret = Random(SecretBytes);
        await clients.AddAsync(id, secret, name, scopes, actor, cancellationToken);
        return new NewApiClient(id, secret);
    }

    private static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}

/// <param name="Secret">Known here and never again: a hash of it is kept.</param>
public sealed record NewApiClient(string Id, string Secret);

/// <summary>The program and every token that it holds end at once.</summary>
public sealed class RevokeApiClient(IOpenIddictApplicationManager applications)
{
    public async Task<Result> ExecuteAsync(string clientId, Actor actor, CancellationToken cancellationToken)
    {
        if (
            !ApiClients.MayManage(actor)
            || !clientId.StartsWith(ApiClients.PrefixOf(actor), StringComparison.Ordinal)
            || await applications.FindByClientIdAsync(clientId, cancellationToken) is not { } application
        )
        {
            return Error.NotFound;
        }

        await applications.DeleteAsync(application, cancellationToken);
        return Result.Success;
    }
}

public sealed class ListApiClients(AppDbContext db, ApiClients clients)
{
    public async Task<Result<IReadOnlyList<ApiClientRow>>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!ApiClients.MayManage(actor))
        {
            return Error.NotFound;
        }

        var people = await db
            .Memberships.AsNoTracking()
            .Where(item => item.CompanyId == actor.CompanyId && item.AgencyId == actor.AgencyId)
            .Join(db.Users, item => item.UserId, user => user.Id, (item, user) => new { item.Id, user.DisplayName })
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
        var found = await clients.ListAsync(actor, cancellationToken);
        return found.Select(client => Row(client, people)).ToList();
    }

    private static ApiClientRow Row(OpenIddictApplicationDescriptor client, Dictionary<MembershipId, string> people) =>
        new(
            client.ClientId!,
            client.DisplayName!,
            [.. ApiScopes.All.Where(scope => client.Permissions.Contains(Permissions.Prefixes.Scope + scope))],
            ApiClients.MembershipOf(client) is { } id ? people.GetValueOrDefault(id) : null
        );
}

/// <param name="MadeBy">Null when that person has left, so that the program does nothing any more.</param>
public sealed record ApiClientRow(string Id, string Name, IReadOnlyList<string> Scopes, string? MadeBy);

public static class ApiClientErrors
{
    public static readonly Error Name = new("api-client.name", Field: "Name");

    public static readonly Error Scopes = new("api-client.scopes", Field: "Scopes");

    public static Error TooMany(int limit) => new("api-client.too-many", Arguments: limit);
}

using System.Security.Cryptography;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Matchmaking.Web.Security.Keys;

/// <summary>Brings this node's signing keys to what the database has, and gives the newest one a successor in time.</summary>
internal sealed class RenewSigningKeys(AppDbContext db, IDataProtectionProvider protection, SigningKeys keys, TimeProvider clock)
{
    /// <summary>For so long a key signs before its successor does.</summary>
    public static readonly TimeSpan Signing = TimeSpan.FromDays(90);

    /// <summary>
    /// For so long a key is published before it signs and after it has signed: longer than a token lives, and than whoever checks tokens
    /// keeps the list of keys.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(2);

    private const int Bits = 3072;

    private readonly IDataProtector protector = protection.CreateProtector("openid-signing");

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await ReadAsync(cancellationToken);
        if (rows is [])
        {
            await AddAsync(1, now, cancellationToken);
        }
        else if (rows[^1].SignsFrom + Signing is var due && due - Overlap <= now)
        {
            await AddAsync(rows[^1].Number + 1, due > now + Overlap ? due : now + Overlap, cancellationToken);
        }

        rows = await ReadAsync(cancellationToken);
        var past = rows.Zip(rows.Skip(1)).Where(pair => pair.Second.SignsFrom + Overlap <= now).Select(pair => pair.First).ToList();
        if (past.Count > 0)
        {
            var last = past[^1].Number;
            await db.Set<SigningKey>().Where(key => key.Number <= last).ExecuteDeleteAsync(cancellationToken);
        }

        var published = rows.Except(past).ToList();
        var signing = published.FindLast(key => key.SignsFrom <= now) ?? published[0];
        keys.Replace([.. published.OrderByDescending(key => key == signing)], Open);
    }

    /// <summary>Begins a change of keys before its time; one that has begun already goes on.</summary>
    public async Task AddSuccessorAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await ReadAsync(cancellationToken) is [.., var newest] && newest.SignsFrom <= now)
        {
            await AddAsync(newest.Number + 1, now + Overlap, cancellationToken);
        }
    }

    private Task<List<SigningKey>> ReadAsync(CancellationToken cancellationToken) =>
        db.Set<SigningKey>().AsNoTracking().OrderBy(key => key.Number).ToListAsync(cancellationToken);

    private async Task AddAsync(int number, DateTime from, CancellationToken cancellationToken)
    {
        using var key = RSA.Create(Bits);
        var row = new SigningKey
        {
            Number = number,
            SignsFrom = from,
            Sealed = protector.Protect(key.ExportPkcs8PrivateKeyPem()),
        };
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            // Another node made it at this moment: that one counts.
        }
        finally
        {
            db.Entry(row).State = EntityState.Detached;
        }
    }

    private SigningCredentials Open(SigningKey row)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(protector.Unprotect(row.Sealed));
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new InvalidOperationException(
                $"Signing key {row.Number} in the database cannot be read; is DataProtection:Certificate the one that it was written with? {exception.Message}",
                exception
            );
        }

        var security = new RsaSecurityKey(key);
        security.KeyId = Base64UrlEncoder.Encode(security.ComputeJwkThumbprint());
        return new SigningCredentials(security, SecurityAlgorithms.RsaSha256);
    }
}

using Matchmaking.Core.Identity.Keys;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Matchmaking.Web.Security.Keys;

/// <summary>The keys of this moment: the first one signs, the others are published so that their tokens can be checked. For all threads.</summary>
internal sealed class SigningKeys : IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    private volatile IReadOnlyList<HeldKey> current = [];
    private CancellationTokenSource changed = new();

    public string? Name => Options.DefaultName;

    public IEnumerable<SigningCredentials> Current => current.Select(key => key.Credentials);

    public IChangeToken GetChangeToken() => new CancellationChangeToken(changed.Token);

    /// <param name="next">What the database holds, the signing one first.</param>
    /// <param name="open">Opens those that are not held yet: the runtime checks a private key that it reads, which takes long.</param>
    public void Replace(IReadOnlyList<SigningKey> next, Func<SigningKey, SigningCredentials> open)
    {
        var held = current;
        if (next.Select(key => key.Sealed).SequenceEqual(held.Select(key => key.Sealed), StringComparer.Ordinal))
        {
            return;
        }

        current = [.. next.Select(key => held.FirstOrDefault(known => known.Sealed == key.Sealed) ?? new HeldKey(key.Sealed, open(key)))];
        using var former = Interlocked.Exchange(ref changed, new CancellationTokenSource());
        former.Cancel();
    }

    public void Dispose() => changed.Dispose();

    private sealed record HeldKey(string Sealed, SigningCredentials Credentials);
}

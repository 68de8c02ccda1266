using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Matchmaking.Web.Security.Keys;

/// <summary>The keys of this moment: the first one signs, the others are published so that their tokens can be checked. For all threads.</summary>
internal sealed class SigningKeys : IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    private volatile IReadOnlyList<SigningCredentials> current = [];
    private CancellationTokenSource changed = new();

    public string? Name => Options.DefaultName;

    public IReadOnlyList<SigningCredentials> Current => current;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(changed.Token);

    public void Replace(IReadOnlyList<SigningCredentials> next)
    {
        if (next.Select(key => key.Kid).SequenceEqual(current.Select(key => key.Kid), StringComparer.Ordinal))
        {
            return;
        }

        current = next;
        using var former = Interlocked.Exchange(ref changed, new CancellationTokenSource());
        former.Cancel();
    }

    public void Dispose() => changed.Dispose();
}

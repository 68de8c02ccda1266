using System.Buffers.Text;
using System.Security.Cryptography;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>A random part of an address that nobody guesses; short, so that its QR code is coarse enough for any camera.</summary>
public static class SecretCode
{
    /// <summary>Characters of <c>A–Z a–z 0–9 - _</c>.</summary>
    public const int Length = 22;

    private const int Bytes = 16;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}

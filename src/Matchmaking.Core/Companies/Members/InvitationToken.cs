using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Matchmaking.Core.Companies.Members;

internal static class InvitationToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

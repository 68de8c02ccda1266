using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Matchmaking.IntegrationTests.Identity;

/// <summary>One passkey, as a telephone would keep it: ES256, no attestation (WebAuthn Level 3, sections 6.1 and 6.5).</summary>
internal sealed class SoftwareAuthenticator : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasKey = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string? userHandle;
    private uint counter;

    public string Origin { get; init; } = "http://localhost";

    public string Create(string optionsJson)
    {
        using var options = JsonDocument.Parse(optionsJson);
        userHandle = options.RootElement.GetProperty("user").GetProperty("id").GetString();
        var domain = options.RootElement.GetProperty("rp").GetProperty("id").GetString()!;
        var data = AuthenticatorData(
            domain,
            UserPresent | UserVerified | HasKey,
            [.. new byte[16], .. LengthOf(id), .. id, .. PublicKey()]
        );
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes(data)];
        return JsonSerializer.Serialize(
            new
            {
                id = Encode(id),
                rawId = Encode(id),
                type = "public-key",
                clientExtensionResults = new { },
                response = new
                {
                    clientDataJSON = Encode(ClientData("webauthn.create", options)),
                    attestationObject = Encode(attestation),
                    transports = new[] { "internal" },
                },
            }
        );
    }

    public string Get(string optionsJson)
    {
        using var options = JsonDocument.Parse(optionsJson);
        var data = AuthenticatorData(options.RootElement.GetProperty("rpId").GetString()!, UserPresent | UserVerified, []);
        var client = ClientData("webauthn.get", options);
        var signature = key.SignData(
            [.. data, .. SHA256.HashData(client)],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return JsonSerializer.Serialize(
            new
            {
                id = Encode(id),
                rawId = Encode(id),
                type = "public-key",
                clientExtensionResults = new { },
                response = new
                {
                    clientDataJSON = Encode(client),
                    authenticatorData = Encode(data),
                    signature = Encode(signature),
                    userHandle,
                },
            }
        );
    }

    public void Dispose() => key.Dispose();

    private byte[] AuthenticatorData(string domain, int flags, byte[] rest)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), (byte)flags, .. count, .. rest];
    }

    private byte[] ClientData(string type, JsonDocument options) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge = options.RootElement.GetProperty("challenge").GetString(),
                origin = Origin,
                crossOrigin = false,
            }
        );

    /// <summary>COSE: EC2, ES256, P-256, x, y.</summary>
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => [0x58, (byte)bytes.Length, .. bytes];

    private static byte[] LengthOf(byte[] bytes) => [(byte)(bytes.Length >> 8), (byte)bytes.Length];

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}

using System.Text;

namespace Matchmaking.Web.Localization;

/// <summary>
/// Korean particles that go by the sound before them: <c>{0}{0:을/를}</c> writes the first after a final consonant and the second after a vowel.
/// Where the sound cannot be told, as after a Chinese or an English name, both are written, as a careful writer would: 을(를).
/// </summary>
internal static class KoreanParticles
{
    /// <summary>The final consonant after which 로 stands as after a vowel.</summary>
    private const int Rieul = 8;

    private static readonly Dictionary<string, string> Both = new(StringComparer.Ordinal)
    {
        ["은/는"] = "은(는)",
        ["이/가"] = "이(가)",
        ["을/를"] = "을(를)",
        ["과/와"] = "과(와)",
        ["으로/로"] = "(으)로",
        ["이라는/라는"] = "(이)라는",
    };

    public static string? For(string pair, string before)
    {
        if (!Both.TryGetValue(pair, out var both))
        {
            return null;
        }

        var last = before.Normalize(NormalizationForm.FormKC).LastOrDefault(char.IsLetterOrDigit);
        var either = pair.Split('/');
        return FinalConsonant(last) switch
        {
            null => both,
            0 => either[1],
            Rieul when either[1] == "로" => either[1],
            _ => either[0],
        };
    }

    /// <summary>Of a syllable by Unicode's arithmetic; of a digit and of a capital, which is spelt out, by how it is read.</summary>
    private static int? FinalConsonant(char last) =>
        last switch
        {
            >= '\uAC00' and <= '\uD7A3' => (last - '\uAC00') % 28,
            '1' or '7' or '8' or 'L' or 'R' => Rieul,
            '0' or '3' or '6' or 'M' or 'N' => 1,
            >= '0' and <= '9' or >= 'A' and <= 'Z' => 0,
            _ => null,
        };
}

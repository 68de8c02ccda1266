using Matchmaking.Core.Common;
using SkiaSharp;

namespace Matchmaking.Web.Pdf;

/// <summary>
/// The faces that texts of the three languages are set in: those of a configured folder, or else of the machine. Looked for when they are
/// first asked for.
/// </summary>
public sealed class PdfFonts : IDisposable
{
    /// <summary>What a face must have to be taken for a language, and the families that are taken before others.</summary>
    private static readonly Dictionary<LanguageCode, (string Sample, string[] Families)> Wanted = new()
    {
        [LanguageCode.Zh] = (
            "洽谈对接会企业厂龙" + Typesetter.MissingSign,
            ["Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC", "Microsoft YaHei"]
        ),
        [LanguageCode.Ko] = (
            "상담회기업뷁",
            [
                "Noto Sans CJK KR",
                "Noto Sans KR",
                "Source Han Sans K",
                "Source Han Sans KR",
                "Pretendard",
                "Apple SD Gothic Neo",
                "Malgun Gothic",
            ]
        ),
    };

    private static readonly string[] Endings = [".ttf", ".otf", ".ttc", ".otc"];

    private readonly Lazy<IReadOnlyList<FontFace>> faces;
    private readonly Lazy<Dictionary<LanguageCode, (FontFace Regular, FontFace Bold)>> chosen;

    /// <param name="folder">Where fonts lie; null for those of the machine.</param>
    public PdfFonts(string? folder)
    {
        faces = new(() => [.. Files(folder is null ? FoldersOfTheMachine() : [folder]).SelectMany(FontFace.In)]);
        chosen = new(Choose);
    }

    /// <summary>Whether both Chinese and Korean can be set.</summary>
    public bool AreComplete => chosen.Value.Count == Wanted.Count;

    /// <summary>The face for a text that stays together, or null where no font has all of its characters.</summary>
    internal FontFace? For(string text, LanguageCode language, bool isBold)
    {
        var first = language == LanguageCode.Ko ? LanguageCode.Ko : LanguageCode.Zh;
        return new[] { chosen.Value[first], chosen.Value[first == LanguageCode.Zh ? LanguageCode.Ko : LanguageCode.Zh] }
                .Select(pair => isBold ? pair.Bold : pair.Regular)
                .FirstOrDefault(face => face.Has(text))
            ?? faces.Value.FirstOrDefault(face => face.Has(text));
    }

    public void Dispose()
    {
        if (faces.IsValueCreated)
        {
            foreach (var face in faces.Value)
            {
                face.Dispose();
            }
        }
    }

    private Dictionary<LanguageCode, (FontFace Regular, FontFace Bold)> Choose()
    {
        var found = new Dictionary<LanguageCode, (FontFace Regular, FontFace Bold)>();
        foreach (var (language, (sample, families)) in Wanted)
        {
            var family = faces
                .Value.Where(face => face.Typeface.FontSlant == SKFontStyleSlant.Upright && face.Has(sample))
                .GroupBy(face => face.Typeface.FamilyName)
                .OrderBy(group => families.IndexOf(group.Key) is var place and >= 0 ? place : families.Length)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .FirstOrDefault();
            if (family is not null)
            {
                found[language] = (Nearest(family, SKFontStyleWeight.Normal), Nearest(family, SKFontStyleWeight.Bold));
            }
        }

        return found;
    }

    private static FontFace Nearest(IEnumerable<FontFace> family, SKFontStyleWeight weight) =>
        family.MinBy(face => Math.Abs(face.Typeface.FontWeight - (int)weight))!;

    private static IEnumerable<string> FoldersOfTheMachine() =>
        [
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            "/System/Library/Fonts",
            "/Library/Fonts",
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts, Environment.SpecialFolderOption.DoNotVerify),
        ];

    private static IEnumerable<string> Files(IEnumerable<string> folders) =>
        folders
            .Where(Directory.Exists)
            .SelectMany(folder =>
                Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            )
            .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using SkiaSharp;

namespace Matchmaking.Web.Pdf;

internal sealed record TextStyle(float Size, bool IsBold = false, bool IsMuted = false)
{
    private static readonly SKColor Muted = new(0x55, 0x55, 0x55);

    public float LineHeight => Size * 1.35f;

    public SKColor Colour => IsMuted ? Muted : SKColors.Black;
}

/// <summary>Words of one language and look.</summary>
internal sealed record Phrase(string Text, LanguageCode Language, TextStyle Style)
{
    /// <summary>Words that somebody wrote without saying in which language.</summary>
    public static Phrase Of(string text, TextStyle style) => new(text, LanguageDetector.Detect(text), style);
}

using System.Globalization;

namespace Matchmaking.Web.Localization;

/// <summary>
/// Words that follow a number: <c>{0:firm|firms}</c> writes the first for one and the second for any other. Particles that follow a word: <see cref="KoreanParticles"/>.
/// </summary>
internal sealed class CountedWords : IFormatProvider, ICustomFormatter
{
    public static readonly CountedWords Instance = new();

    private CountedWords() { }

    public object? GetFormat(Type? formatType) =>
        formatType == typeof(ICustomFormatter) ? this : CultureInfo.CurrentCulture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
        format?.Split('|') is [var one, var many] ? (arg is 1 ? one : many)
        : format is not null && KoreanParticles.For(format, arg?.ToString() ?? string.Empty) is { } particle ? particle
        : arg is IFormattable formattable ? formattable.ToString(format, CultureInfo.CurrentCulture)
        : arg?.ToString() ?? string.Empty;
}

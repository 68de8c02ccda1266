using Matchmaking.Core.Common;
using Matchmaking.Core.Language;

namespace Matchmaking.Web.Commands;

/// <summary>One line of the files of queries and candidates.</summary>
/// <param name="Language"><c>zh</c>, <c>ko</c>, <c>en</c>; detected when left out.</param>
internal sealed record TextLine(string Id, string Text, string? Language = null)
{
    public LanguageCode LanguageIn(string file) =>
        Language is null ? LanguageDetector.Detect(Text)
        : LanguageCodes.TryParse(Language, out var given) ? given
        : throw new BadInputException(file, null, "language", $"'{Language}' of '{Id}' is none of zh, ko, en.");
}

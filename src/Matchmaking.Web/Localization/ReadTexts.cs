using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Matchmaking.Web.Localization;

/// <summary>
/// The site's texts, read once for each language. A page asks for some thousand of them, and the framework's way to each goes through one
/// lock for all requests.
/// </summary>
internal sealed class ReadTexts(IStringLocalizer resource) : IStringLocalizer
{
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, LocalizedString>> byCulture = new(StringComparer.Ordinal);

    public LocalizedString this[string name] =>
        Present.TryGetValue(name, out var text) ? text : new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            return new LocalizedString(name, string.Format(CountedWords.Instance, text.Value, arguments), text.ResourceNotFound);
        }
    }

    private FrozenDictionary<string, LocalizedString> Present =>
        byCulture.GetOrAdd(
            CultureInfo.CurrentUICulture.Name,
            _ => resource.GetAllStrings(includeParentCultures: true).ToFrozenDictionary(text => text.Name, StringComparer.Ordinal)
        );

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => resource.GetAllStrings(includeParentCultures);
}

/// <summary>The framework's own, but for our texts.</summary>
internal sealed class TextsFactory(IOptions<LocalizationOptions> options, ILoggerFactory loggers) : IStringLocalizerFactory
{
    private readonly ResourceManagerStringLocalizerFactory resources = new(options, loggers);
    private ReadTexts? texts;

    public IStringLocalizer Create(Type resourceSource) =>
        resourceSource == typeof(Texts) ? texts ??= new ReadTexts(resources.Create(resourceSource)) : resources.Create(resourceSource);

    public IStringLocalizer Create(string baseName, string location) => resources.Create(baseName, location);
}

using System.Text.Json;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings.Import;

/// <summary>The fields of one JSON object; whatever is of another type than asked for becomes an error under its path.</summary>
internal sealed class JsonFields
{
    private static readonly JsonElement Missing = JsonDocument.Parse("{}").RootElement.Clone();
    private readonly JsonElement element;
    private readonly string path;

    public JsonFields(JsonElement element)
        : this(element, string.Empty, []) { }

    private JsonFields(JsonElement element, string path, List<Error> errors)
    {
        this.element = element;
        this.path = path;
        Errors = errors;
    }

    /// <summary>Of the whole line.</summary>
    public List<Error> Errors { get; }

    public bool Is(string name, JsonValueKind kind) => element.TryGetProperty(name, out var value) && value.ValueKind == kind;

    /// <summary>Numbers are taken as they are written; null and a missing field as empty.</summary>
    public string Text(string name) => element.TryGetProperty(name, out var value) ? Text(value, path + name) : string.Empty;

    /// <summary>A single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => Text(item, path + name)).Where(text => text.Length > 0)]
            : [Text(value, path + name)];
    }

    public JsonFields Object(string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return new JsonFields(Missing, path, Errors);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new JsonFields(value, $"{path}{name}.", Errors);
        }

        Errors.Add(ImportErrors.WrongType(path + name, "{…}"));
        return new JsonFields(Missing, path, Errors);
    }

    public IEnumerable<JsonFields> Objects(string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object))
        {
            return value
                .EnumerateArray()
                .Select(
                    (item, index) =>
                        new JsonFields(
                            item,
                            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}{name}[{index}]."),
                            Errors
                        )
                );
        }

        Errors.Add(ImportErrors.WrongType(path + name, "[{…}]"));
        return [];
    }

    private string Text(JsonElement value, string field)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                try
                {
                    return value.GetString()!;
                }
                catch (InvalidOperationException)
                {
                    // Half of a surrogate pair, escaped: the only text that the parser lets through and cannot give.
                    Errors.Add(ImportErrors.Unprintable(field));
                    return string.Empty;
                }

            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Null:
                return string.Empty;
            default:
                Errors.Add(ImportErrors.WrongType(field, "\"…\""));
                return string.Empty;
        }
    }
}

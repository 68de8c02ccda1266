using System.Text;
using System.Text.Json;

namespace Matchmaking.Web.Commands.Schedules;

/// <summary>Where things stand in a JSON text that was read before and is known to be well formed.</summary>
internal static class JsonPlaces
{
    /// <summary>The first element of any list that is null, as in <c>meetings[1].after[0]</c>.</summary>
    public static string? NullElement(string text) => Find(text, (kind, path) => kind == JsonTokenType.Null && path[^1].Name is null)?.Path;

    /// <summary>From 1; null when nothing stands there.</summary>
    public static int? LineOf(string text, string path) =>
        Find(text, (_, here) => string.Equals(Write(here), path, StringComparison.OrdinalIgnoreCase))?.Line;

    private static (string Path, int Line)? Find(string text, Func<JsonTokenType, List<Step>, bool> isWanted)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var path = new List<Step>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path[^1] = new Step(reader.GetString(), 0);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.RemoveAt(path.Count - 1);
                    continue;
            }

            if (path is [.., { Name: null } element])
            {
                path[^1] = element with { Index = element.Index + 1 };
            }

            if (path.Count > 0 && isWanted(reader.TokenType, path))
            {
                return (Write(path), bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                path.Add(new Step(null, -1));
            }
        }

        return null;
    }

    private static string Write(List<Step> path) =>
        string.Concat(path.Select(step => step.Name is null ? $"[{step.Index}]" : $".{step.Name}")).TrimStart('.');

    /// <param name="Name">Of a field; null for an element of a list.</param>
    private readonly record struct Step(string? Name, int Index);
}

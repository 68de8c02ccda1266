using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Web.Commands;

/// <summary>One JSON object a line; what is not right ends the verb with the file, the line and the field.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="id">Must be there and differ from line to line.</param>
    public static async Task<List<T>> ReadAsync<T>(string file, Func<T, string> id, CancellationToken cancellationToken)
    {
        using var reader = TextFiles.OpenRead(file);
        var items = new List<T>();
        var lines = new Dictionary<string, int>();
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var item = Parse<T>(file, number, line);
            if (id(item).Length == 0)
            {
                throw new BadInputException(file, number, "id", "is empty.");
            }

            if (!lines.TryAdd(id(item), number))
            {
                throw new BadInputException(file, number, "id", $"'{id(item)}' stands in line {lines[id(item)]} already.");
            }

            items.Add(item);
        }

        return items;
    }

    public static string Write<T>(T item) => JsonSerializer.Serialize(item, Options);

    private static T Parse<T>(string file, int number, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options)
                ?? throw new BadInputException(file, number, null, "is null, not an object.");
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.Split(" Path:")[0];
            throw new BadInputException(file, number, exception.Path?.TrimStart('$', '.'), reason);
        }
    }
}

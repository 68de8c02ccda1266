using System.Buffers;
using System.Text.Json;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>The body of a request, written without a string in between.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Append(write);
        return buffer.WrittenMemory;
    }

    public static void AppendLine(this ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        buffer.Append(write);
        buffer.Write("\n"u8);
    }

    public static void Property(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> write)
    {
        json.WritePropertyName(name);
        json.Object(write);
    }

    public static void Object(this Utf8JsonWriter json, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }

    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Append(this ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        json.Object(write);
    }
}

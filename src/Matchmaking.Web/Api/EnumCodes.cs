using System.Text.Json;
using System.Text.Json.Serialization;
using Matchmaking.Core.Common;

namespace Matchmaking.Web.Api;

/// <summary>
/// Values of a list as their codes and as nothing else. The framework's converter also takes "supply, oem-odm" for the two numbers joined,
/// which may be none of the values.
/// </summary>
internal sealed class EnumCodes : JsonConverterFactory
{
    public static string Of(object value) =>
        value is Country ? value.ToString()! : JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!);

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<string, T> Values = Enum.GetValues<T>()
            .ToDictionary(value => Of(value), StringComparer.OrdinalIgnoreCase);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"Allowed: {string.Join(", ", Values.Keys)}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Of(value));
    }
}

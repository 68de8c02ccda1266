using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Matchmaking.Core.Common;

namespace Matchmaking.Web.Api;

/// <summary>Identifiers as plain text and values of a list as codes (<c>joint-venture</c>, <c>ko</c>, <c>CN</c>), as in files and addresses.</summary>
internal static class ApiJson
{
    public static void AddApiJson(this JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new EnumCodes());
        options.Converters.Add(new TypedIdConverterFactory());
    }

    private sealed class TypedIdConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            Array.Exists(
                typeToConvert.GetInterfaces(),
                face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ITypedId<>)
            );

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(TypedIdConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class TypedIdConverter<TId> : JsonConverter<TId>
        where TId : struct, ITypedId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Guid.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var value)
                ? TId.From(value)
                : throw new JsonException("Not an identifier.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value.ToString("N"));
    }
}

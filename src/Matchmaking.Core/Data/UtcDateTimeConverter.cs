using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Matchmaking.Core.Data;

internal sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

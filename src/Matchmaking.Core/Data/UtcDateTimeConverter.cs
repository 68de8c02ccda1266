using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Matchmaking.Core.Data;

/// <summary>Whole microseconds on every database, since PostgreSQL keeps no more: a moment that was read equals the one that was asked for.</summary>
internal sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(
        value => value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond)),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
    );

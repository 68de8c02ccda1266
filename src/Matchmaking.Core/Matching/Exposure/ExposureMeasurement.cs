using System.Text.Json;
using Matchmaking.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Matching.Exposure;

/// <summary>The last measurement among the firms of one country, made by one node for all.</summary>
public sealed class ExposureMeasurement
{
    public required Country Country { get; init; }

    public DateTime MeasuredAt { get; set; }

    /// <summary>Of the firms that are lowered, by id, as JSON.</summary>
    public string Factors { get; private set; } = "{}";

    public IReadOnlyDictionary<CompanyId, double> Read() =>
        JsonSerializer.Deserialize<Dictionary<Guid, double>>(Factors)!.ToDictionary(item => CompanyId.From(item.Key), item => item.Value);

    public void Write(IReadOnlyDictionary<CompanyId, double> factors, DateTime now)
    {
        Factors = JsonSerializer.Serialize(factors.ToDictionary(item => item.Key.Value, item => item.Value));
        MeasuredAt = now;
    }
}

internal sealed class ExposureMapping : IEntityTypeConfiguration<ExposureMeasurement>
{
    public void Configure(EntityTypeBuilder<ExposureMeasurement> builder)
    {
        builder.ToTable("ExposureMeasurements");
        builder.HasKey(measurement => measurement.Country);
    }
}

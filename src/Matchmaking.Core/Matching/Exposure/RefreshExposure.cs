using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Exposure;

/// <summary>Brings this node's shares to what was measured last, by whichever node. One small question when nothing is new.</summary>
public sealed class RefreshExposure(AppDbContext db, ExposureShares shares)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var measurements = db.Set<ExposureMeasurement>().AsNoTracking();
        var latest = await measurements.MaxAsync(measurement => (DateTime?)measurement.MeasuredAt, cancellationToken);
        if (latest is null || latest == shares.MeasuredAt)
        {
            return;
        }

        var read = await measurements.ToListAsync(cancellationToken);
        shares.Replace(read.SelectMany(measurement => measurement.Read()).ToDictionary(), read.Max(measurement => measurement.MeasuredAt));
    }
}

using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Expos.Timetables.Runs;

internal sealed class RunMapping : IEntityTypeConfiguration<ScheduleRun>
{
    private const int RuleLimit = 80;

    public void Configure(EntityTypeBuilder<ScheduleRun> builder)
    {
        builder.ToTable("ScheduleRuns");
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.AskedBy).HasMaxLength(ScheduleDraft.NameLimit);
        builder.PrimitiveCollection(run => run.Conflict).ElementType().HasMaxLength(RuleLimit);
        builder.HasOne<Expo>().WithMany().HasForeignKey(run => run.ExpoId);
        builder.HasIndex(run => run.State);
        builder.HasIndex(run => new { run.ExpoId, run.AskedAt });
    }
}

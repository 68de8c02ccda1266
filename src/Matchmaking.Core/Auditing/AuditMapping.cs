using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Auditing;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.ActorName).HasMaxLength(100);
        builder.Property(entry => entry.Action).HasMaxLength(32);
        builder.Property(entry => entry.Subject).HasMaxLength(AuditEntry.SubjectLimit);
        builder.Property(entry => entry.Detail).HasMaxLength(AuditEntry.DetailLimit);
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => new { entry.AgencyId, entry.At });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Identity;

internal sealed class PhantomAttemptsMapping : IEntityTypeConfiguration<PhantomAttempts>
{
    public void Configure(EntityTypeBuilder<PhantomAttempts> builder)
    {
        builder.ToTable("PhantomAttempts");
        builder.HasKey(attempts => attempts.Address);
        builder.Property(attempts => attempts.Address).HasMaxLength(64);
        builder.HasIndex(attempts => attempts.LastAt);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Identity.Keys;

internal sealed class KeyMapping : IEntityTypeConfiguration<ProtectionKey>, IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("ProtectionKeys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Name).HasMaxLength(256);
    }

    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("SigningKeys");
        builder.HasKey(key => key.Number);
        builder.Property(key => key.Number).ValueGeneratedNever();
    }
}

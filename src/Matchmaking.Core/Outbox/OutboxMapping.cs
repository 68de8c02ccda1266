using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Outbox;

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<WorkerLease>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Handler).HasMaxLength(64);
        builder.Property(message => message.Kind).HasMaxLength(64);
        builder.Property(message => message.Payload).HasMaxLength(200);
        builder.Property(message => message.LastError).HasMaxLength(OutboxMessage.ErrorLimit);
        builder
            .HasIndex(message => new { message.ProcessedAt, message.NotBefore })
            .Covering(nameof(OutboxMessage.Handler), nameof(OutboxMessage.Attempts));
        builder.Ignore(message => message.IsParked);
    }

    public void Configure(EntityTypeBuilder<WorkerLease> builder)
    {
        builder.HasKey(lease => lease.Name);
        builder.Property(lease => lease.Name).HasMaxLength(64);
        builder.Property(lease => lease.Holder).HasMaxLength(128);
        builder.Property(lease => lease.Epoch).IsConcurrencyToken();
    }
}

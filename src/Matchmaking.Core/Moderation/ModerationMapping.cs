using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Moderation;

internal sealed class ModerationMapping : IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.HasOne<Listing>().WithMany().HasForeignKey(review => review.ListingId);
        builder.HasIndex(review => new { review.ListingId, review.DecidedAt });
        builder.Property(review => review.Reason).HasMaxLength(Listing.ReasonLimit);
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.ActorName).HasMaxLength(100);
        builder.Property(entry => entry.Action).HasMaxLength(32);
        builder.Property(entry => entry.Subject).HasMaxLength(ListingContent.TitleLimit);
        builder.Property(entry => entry.Detail).HasMaxLength(Listing.ReasonLimit);
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => new { entry.AgencyId, entry.At });
    }
}

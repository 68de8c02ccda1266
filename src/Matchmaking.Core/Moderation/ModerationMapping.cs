using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Moderation;

internal sealed class ModerationMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.HasOne<Listing>().WithMany().HasForeignKey(review => review.ListingId);
        builder.HasIndex(review => new { review.ListingId, review.DecidedAt });
        builder.Property(review => review.Reason).HasMaxLength(Listing.ReasonLimit);
    }
}

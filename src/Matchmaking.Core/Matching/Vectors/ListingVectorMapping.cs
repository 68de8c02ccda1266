using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Matching.Vectors;

internal sealed class ListingVectorMapping : IEntityTypeConfiguration<ListingVector>
{
    public void Configure(EntityTypeBuilder<ListingVector> builder)
    {
        builder.HasKey(vector => vector.ListingId);
        builder.Property(vector => vector.ListingId).ValueGeneratedNever();
        builder.HasOne<Listing>().WithOne().HasForeignKey<ListingVector>(vector => vector.ListingId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(vector => vector.Encoder).HasMaxLength(ListingVector.EncoderLimit);
        builder.Property(vector => vector.Space).HasMaxLength(ListingVector.SpaceLimit);
        builder.Property(vector => vector.TextHash).HasMaxLength(ListingVector.HashBytes);
    }
}

using System.Linq.Expressions;
using Matchmaking.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Listings;

internal sealed class ListingMapping : IEntityTypeConfiguration<Listing>, IEntityTypeConfiguration<ListingRevision>
{
    public void Configure(EntityTypeBuilder<Listing> builder)
    {
        builder.HasOne<Company>().WithMany().HasForeignKey(listing => listing.CompanyId);
        builder.HasOne(listing => listing.Revision).WithOne().HasForeignKey<ListingRevision>(revision => revision.ListingId);
        builder.Navigation(listing => listing.Revision).AutoInclude();
        builder.HasIndex(listing => new { listing.CompanyId, listing.State });
        builder.HasIndex(listing => new { listing.State, listing.SubmittedAt });
        // Holds all that is asked when live listings are counted on the first page.
        builder.HasIndex(listing => new
        {
            listing.State,
            listing.CompanyId,
            listing.Kind,
        });
        builder.Property(listing => listing.ReturnReason).HasMaxLength(Listing.ReasonLimit);
        builder.Property(listing => listing.ExternalReference).HasMaxLength(CompanyLimits.ExternalReference);
        builder.HasIndex(listing => new { listing.CompanyId, listing.ExternalReference }).IsUnique();
        MapContent(builder, listing => listing.Content);
    }

    public void Configure(EntityTypeBuilder<ListingRevision> builder)
    {
        builder.ToTable("ListingRevisions");
        builder.HasKey(revision => revision.ListingId);
        builder.HasIndex(revision => revision.State);
        builder.Property(revision => revision.ReturnReason).HasMaxLength(Listing.ReasonLimit);
        MapContent(builder, revision => revision.Content);
    }

    private static void MapContent<TEntity>(EntityTypeBuilder<TEntity> builder, Expression<Func<TEntity, ListingContent?>> property)
        where TEntity : class =>
        builder.ComplexProperty(
            property,
            content =>
            {
                content.Property(value => value.Title).HasMaxLength(ListingContent.TitleLimit);
                content.Property(value => value.Text).HasMaxLength(ListingContent.TextLimit);
                content.Property(value => value.Capacity).HasMaxLength(ListingContent.QuantityLimit);
                content.Property(value => value.MinimumOrder).HasMaxLength(ListingContent.QuantityLimit);
                content.PrimitiveCollection(value => value.HsCodes);
                content.PrimitiveCollection(value => value.Modes).ElementType().HasConversion<string>();
                content.PrimitiveCollection(value => value.Certificates);
                content.PrimitiveCollection(value => value.Regions);
                content.PrimitiveCollection(value => value.StruckConcepts);
            }
        );
}

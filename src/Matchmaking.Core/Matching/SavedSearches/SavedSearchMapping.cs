using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Matching.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Matching.SavedSearches;

internal sealed class SavedSearchMapping : IEntityTypeConfiguration<SavedSearch>, IEntityTypeConfiguration<SavedSearchFind>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.ToTable("SavedSearches");
        builder.HasOne<AppUser>().WithMany().HasForeignKey(search => search.UserId);
        builder.HasOne<Company>().WithMany().HasForeignKey(search => search.CompanyId);
        builder.HasIndex(search => new { search.UserId, search.CompanyId });
        builder.HasIndex(search => search.CheckedAt);
        builder.Property(search => search.Name).HasMaxLength(SavedSearchLimits.Name);
        builder.ComplexProperty(
            search => search.Question,
            question =>
            {
                question.Property(value => value.Text).HasMaxLength(SearchRequest.QueryLimit);
                question.PrimitiveCollection(value => value.Listings).ElementType().HasConversion<TypedIdConverter<Common.ListingId>>();
                question.PrimitiveCollection(value => value.Sectors);
                question.PrimitiveCollection(value => value.Chapters);
                question.PrimitiveCollection(value => value.Modes).ElementType().HasConversion<string>();
                question.PrimitiveCollection(value => value.Regions);
                question.PrimitiveCollection(value => value.Kinds).ElementType().HasConversion<string>();
                question.PrimitiveCollection(value => value.Headings);
            }
        );
    }

    public void Configure(EntityTypeBuilder<SavedSearchFind> builder)
    {
        builder.ToTable("SavedSearchFinds");
        builder.HasKey(find => new { find.SearchId, find.CompanyId });
        builder.HasOne<SavedSearch>().WithMany().HasForeignKey(find => find.SearchId);
        builder.HasIndex(find => find.DigestId);
    }
}

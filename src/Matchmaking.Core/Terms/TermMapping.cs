using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Terms;

internal sealed class TermMapping : IEntityTypeConfiguration<TermEntry>, IEntityTypeConfiguration<DismissedPair>
{
    private const int SectorLimit = 32;

    public void Configure(EntityTypeBuilder<TermEntry> builder)
    {
        builder.ToTable("TermEntries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Concept).HasMaxLength(TermEntry.ConceptLimit);
        builder.HasIndex(entry => entry.Concept).IsUnique();
        builder.HasIndex(entry => entry.ChangedAt);
        builder.PrimitiveCollection(entry => entry.Former);
        builder.ComplexProperty(
            entry => entry.Content,
            content =>
            {
                content.PrimitiveCollection(value => value.Zh);
                content.PrimitiveCollection(value => value.Ko);
                content.PrimitiveCollection(value => value.En);
                content.PrimitiveCollection(value => value.HsCodes);
                content.Property(value => value.Sector).HasMaxLength(SectorLimit);
                content.Property(value => value.Note).HasMaxLength(TermContent.NoteLimit);
            }
        );
    }

    public void Configure(EntityTypeBuilder<DismissedPair> builder)
    {
        builder.ToTable("DismissedPairs");
        builder.HasKey(pair => new { pair.First, pair.Second });
        builder.HasOne<Listing>().WithMany().HasForeignKey(pair => pair.First).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Listing>().WithMany().HasForeignKey(pair => pair.Second).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Matching.Indexing.Rebuilds;

internal sealed class IndexRebuildMapping : IEntityTypeConfiguration<IndexRebuild>
{
    public void Configure(EntityTypeBuilder<IndexRebuild> builder)
    {
        builder.ToTable("IndexRebuilds");
        builder.Property(rebuild => rebuild.Id).ValueGeneratedNever();
        builder.Property(rebuild => rebuild.AskedBy).HasMaxLength(IndexRebuild.NameLimit);
        builder.Property(rebuild => rebuild.Problem).HasMaxLength(IndexRebuild.ProblemLimit);
        builder.Ignore(rebuild => rebuild.IsOpen);
        builder.Ignore(rebuild => rebuild.Share);
        builder.HasIndex(rebuild => rebuild.State);
        builder.HasIndex(rebuild => rebuild.AskedAt);
    }
}

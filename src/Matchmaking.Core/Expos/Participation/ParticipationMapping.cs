using Matchmaking.Core.Companies;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Expos.Participation;

internal sealed class ParticipationMapping : IEntityTypeConfiguration<ExpoFirm>, IEntityTypeConfiguration<ExpoWish>
{
    public void Configure(EntityTypeBuilder<ExpoFirm> builder)
    {
        builder.ToTable("ExpoFirms");
        builder.Property(firm => firm.Id).ValueGeneratedNever();
        builder.PrimitiveCollection(firm => firm.Absent);
        builder.HasOne<Company>().WithMany().HasForeignKey(firm => firm.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(firm => new { firm.ExpoId, firm.CompanyId }).IsUnique();
        builder.Property(firm => firm.AskedPlan).HasMaxLength(PlanRevision.Length);
        builder.Property(firm => firm.CheckInCode).HasMaxLength(SecretCode.Length);
    }

    public void Configure(EntityTypeBuilder<ExpoWish> builder)
    {
        builder.ToTable("ExpoWishes");
        builder.HasKey(wish => new
        {
            wish.ExpoId,
            wish.From,
            wish.To,
        });
        builder.HasOne<Expo>().WithMany().HasForeignKey(wish => wish.ExpoId);
        builder.HasOne<Company>().WithMany().HasForeignKey(wish => wish.From).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Company>().WithMany().HasForeignKey(wish => wish.To).OnDelete(DeleteBehavior.Restrict);
    }
}

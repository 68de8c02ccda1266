using Matchmaking.Core.Companies.Members;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Companies;

internal sealed class MembershipMapping
    : IEntityTypeConfiguration<Membership>,
        IEntityTypeConfiguration<Agency>,
        IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasOne<AppUser>().WithMany().HasForeignKey(membership => membership.UserId);
        builder.HasOne<Company>().WithMany().HasForeignKey(membership => membership.CompanyId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(membership => membership.AgencyId);
        // SQL Server keeps rows without a firm, or without an agency, out of the unique ones: whoever asks for a person's needs one with all.
        builder
            .HasIndex(membership => membership.UserId)
            .Covering(nameof(Membership.CompanyId), nameof(Membership.AgencyId), nameof(Membership.Role));
        // Two indexes, since in one over both ids the null of the other would let the same pair in twice.
        builder.HasIndex(membership => new { membership.UserId, membership.CompanyId }).IsUnique();
        builder.HasIndex(membership => new { membership.UserId, membership.AgencyId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Agency> builder) =>
        builder.ComplexProperty(
            agency => agency.Names,
            names =>
            {
                names.Property(text => text.Zh).HasMaxLength(CompanyLimits.Name);
                names.Property(text => text.Ko).HasMaxLength(CompanyLimits.Name);
                names.Property(text => text.En).HasMaxLength(CompanyLimits.Name);
            }
        );

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasOne<Company>().WithMany().HasForeignKey(invitation => invitation.CompanyId);
        builder.Property(invitation => invitation.Email).HasMaxLength(CompanyLimits.Email);
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(64);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
    }
}

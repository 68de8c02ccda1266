using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Companies;

internal sealed class CompanyMapping : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder
            .Property(company => company.RegistrationNumber)
            .HasConversion(number => number!.Value, value => RegistrationNumber.FromStored(value))
            .HasMaxLength(18);
        builder.Property(company => company.ExternalReference).HasMaxLength(CompanyLimits.ExternalReference);
        // Rows without a value do not collide: SQL Server's indexes get a filter by convention, those of the others tell nulls apart.
        builder.HasIndex(company => new { company.Country, company.RegistrationNumber }).IsUnique();
        builder.HasIndex(company => new { company.Country, company.ExternalReference }).IsUnique();
        builder.HasIndex(company => new { company.Country, company.CreatedAt });
        builder.ComplexProperty(
            company => company.Profile,
            profile =>
            {
                profile.ComplexProperty(
                    value => value.Names,
                    names =>
                    {
                        names.Property(text => text.Zh).HasMaxLength(CompanyLimits.Name);
                        names.Property(text => text.Ko).HasMaxLength(CompanyLimits.Name);
                        names.Property(text => text.En).HasMaxLength(CompanyLimits.Name);
                    }
                );
                profile.Property(value => value.Sector).HasMaxLength(32);
                profile.Property(value => value.Region).HasMaxLength(8);
                profile.Property(value => value.Website).HasMaxLength(CompanyLimits.Website);
                profile.Property(value => value.About).HasMaxLength(CompanyLimits.About);
            }
        );
        builder.ComplexProperty(
            company => company.Contact,
            contact =>
            {
                contact.Property(value => value.Person).HasMaxLength(CompanyLimits.Name);
                contact.Property(value => value.Email).HasMaxLength(CompanyLimits.Email);
                contact.Property(value => value.Phone).HasMaxLength(CompanyLimits.Phone);
            }
        );
        builder.OwnsMany(
            company => company.Evidence,
            evidence =>
            {
                evidence.ToTable("CompanyEvidence");
                evidence.WithOwner().HasForeignKey("CompanyId");
                evidence.HasKey(item => item.Id);
                evidence.Property(item => item.Source).HasMaxLength(CompanyLimits.EvidenceSource);
            }
        );
    }
}

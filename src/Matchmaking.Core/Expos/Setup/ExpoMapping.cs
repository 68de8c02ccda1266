using Matchmaking.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Expos.Setup;

internal sealed class ExpoMapping
    : IEntityTypeConfiguration<Expo>,
        IEntityTypeConfiguration<WishWindow>,
        IEntityTypeConfiguration<ExpoGroup>,
        IEntityTypeConfiguration<ExpoSlot>,
        IEntityTypeConfiguration<ExpoTable>,
        IEntityTypeConfiguration<ExpoInterpreter>
{
    private const int PairLimit = 5;

    public void Configure(EntityTypeBuilder<Expo> builder)
    {
        builder.ToTable("Expos");
        builder.Property(expo => expo.Id).ValueGeneratedNever();
        builder.HasOne<Agency>().WithMany().HasForeignKey(expo => expo.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(expo => expo.Window).WithOne().HasForeignKey<WishWindow>(window => window.ExpoId);
        builder.HasMany(expo => expo.Slots).WithOne().HasForeignKey(slot => slot.ExpoId);
        builder.HasMany(expo => expo.Tables).WithOne().HasForeignKey(table => table.ExpoId);
        builder.HasMany(expo => expo.Interpreters).WithOne().HasForeignKey(interpreter => interpreter.ExpoId);
        builder.HasMany(expo => expo.Groups).WithOne().HasForeignKey(group => group.ExpoId);
        builder.Ignore(expo => expo.Rules);
        builder.HasMany(expo => expo.Firms).WithOne().HasForeignKey(firm => firm.ExpoId);
        builder.ComplexProperty(
            expo => expo.Profile,
            profile =>
            {
                profile.Property(value => value.Place).HasMaxLength(ExpoProfile.PlaceLimit);
                profile.ComplexProperty(
                    value => value.Names,
                    names =>
                    {
                        names.Property(text => text.Zh).HasMaxLength(ExpoProfile.NameLimit);
                        names.Property(text => text.Ko).HasMaxLength(ExpoProfile.NameLimit);
                        names.Property(text => text.En).HasMaxLength(ExpoProfile.NameLimit);
                    }
                );
            }
        );
    }

    public void Configure(EntityTypeBuilder<WishWindow> builder)
    {
        builder.ToTable("ExpoWishWindows");
        builder.HasKey(window => window.ExpoId);
        builder.Property(window => window.ExpoId).ValueGeneratedNever();
        builder.Property(window => window.ClosesAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ExpoGroup> builder)
    {
        builder.ToTable("ExpoGroups");
        builder.Property(group => group.Id).ValueGeneratedNever();
        builder.Property(group => group.Name).HasMaxLength(ExpoGroup.NameLimit);
        builder.PrimitiveCollection(group => group.Meets);
    }

    public void Configure(EntityTypeBuilder<ExpoSlot> builder)
    {
        builder.ToTable("ExpoSlots");
        builder.Property(slot => slot.Id).ValueGeneratedNever();
        builder.HasIndex(slot => new { slot.ExpoId, slot.Start }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ExpoTable> builder)
    {
        builder.ToTable("ExpoTables");
        builder.Property(table => table.Id).ValueGeneratedNever();
        builder.Property(table => table.Name).HasMaxLength(ExpoTable.NameLimit);
        builder.PrimitiveCollection(table => table.Absent);
        builder.HasIndex(table => new { table.ExpoId, table.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ExpoInterpreter> builder)
    {
        builder.ToTable("ExpoInterpreters");
        builder.Property(interpreter => interpreter.Id).ValueGeneratedNever();
        builder.Property(interpreter => interpreter.Name).HasMaxLength(ExpoInterpreter.NameLimit);
        builder.PrimitiveCollection(interpreter => interpreter.Pairs).ElementType().HasMaxLength(PairLimit);
        builder.PrimitiveCollection(interpreter => interpreter.Absent);
        builder.Property(interpreter => interpreter.ListCode).HasMaxLength(SecretCode.Length);
        builder.HasIndex(interpreter => interpreter.ListCode).IsUnique();
    }
}

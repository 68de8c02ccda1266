using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Identity;

/// <summary>What Identity maps only from the third version of its schema stands here in full: that version is an option of the running site, which a migration has not.</summary>
internal sealed class AppUserMapping
    : IEntityTypeConfiguration<AppUser>,
        IEntityTypeConfiguration<IdentityUserPasskey<Guid>>,
        IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
        IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    /// <summary>Identity's own default, which it applies only where its options are at hand.</summary>
    private const int KeyLimit = 128;

    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.Property(user => user.DisplayName).HasMaxLength(IdentityLimits.Name);
        builder.Property(user => user.PhoneNumber).HasMaxLength(256);
        builder.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(passkey => passkey.UserId).IsRequired();
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("AspNetUserPasskeys");
        // WebAuthn allows 1,023 bytes: too long for SQL Server's clustered keys (900), short enough for the others (1,700).
        builder.HasKey(passkey => passkey.CredentialId).IsClustered(false);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.Property(login => login.LoginProvider).HasMaxLength(KeyLimit);
        builder.Property(login => login.ProviderKey).HasMaxLength(KeyLimit);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.Property(token => token.LoginProvider).HasMaxLength(KeyLimit);
        builder.Property(token => token.Name).HasMaxLength(KeyLimit);
    }
}

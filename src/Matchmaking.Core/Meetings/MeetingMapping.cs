using Matchmaking.Core.Companies;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Meetings;

internal sealed class MeetingMapping
    : IEntityTypeConfiguration<MeetingRequest>,
        IEntityTypeConfiguration<ProposedTime>,
        IEntityTypeConfiguration<MeetingClaim>,
        IEntityTypeConfiguration<MeetingStep>
{
    public void Configure(EntityTypeBuilder<MeetingRequest> builder)
    {
        builder.Property(meeting => meeting.Id).ValueGeneratedNever();
        builder.Property(meeting => meeting.OpenPair).HasMaxLength(65);
        builder.HasIndex(meeting => meeting.OpenPair).IsUnique();
        builder.HasIndex(meeting => new { meeting.AskingCompanyId, meeting.QuotaSlot }).IsUnique();
        builder.HasIndex(meeting => new { meeting.AskingCompanyId, meeting.State });
        builder.HasIndex(meeting => new { meeting.AskedCompanyId, meeting.State });
        builder.HasIndex(meeting => new { meeting.State, meeting.ExpiresAt });
        builder.Ignore(meeting => meeting.Agreed);
        builder.HasOne<Company>().WithMany().HasForeignKey(meeting => meeting.AskingCompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Company>().WithMany().HasForeignKey(meeting => meeting.AskedCompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(meeting => meeting.AskingPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(meeting => meeting.AskedPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Listing>().WithMany().HasForeignKey(meeting => meeting.AskingListingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Listing>().WithMany().HasForeignKey(meeting => meeting.AskedListingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(meeting => meeting.Times).WithOne().HasForeignKey(time => time.MeetingRequestId);
        builder.HasMany(meeting => meeting.Claims).WithOne().HasForeignKey(claim => claim.MeetingRequestId);
        builder.HasMany(meeting => meeting.Steps).WithOne().HasForeignKey(step => step.MeetingRequestId);
        // Every step reads both; a step taken without the claims would leave time blocked or doubly given. Whoever takes a step reads them in one
        // statement: between two of them another step may be committed, and its times would be taken for those of the step before.
        builder.Navigation(meeting => meeting.Times).AutoInclude();
        builder.Navigation(meeting => meeting.Claims).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ProposedTime> builder)
    {
        builder.ToTable("MeetingTimes");
        builder.HasKey(time => new
        {
            time.MeetingRequestId,
            time.Round,
            time.Start,
        });
        builder.Ignore(time => time.Slot);
    }

    public void Configure(EntityTypeBuilder<MeetingClaim> builder)
    {
        builder.ToTable("MeetingClaims");
        builder.HasKey(claim => new { claim.UserId, claim.QuarterStart });
        // One person a side: no meeting can hold its hour for two people of one firm.
        builder
            .HasIndex(claim => new
            {
                claim.MeetingRequestId,
                claim.Side,
                claim.QuarterStart,
            })
            .IsUnique();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(claim => claim.UserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MeetingStep> builder)
    {
        builder.ToTable("MeetingSteps");
        builder.HasKey(step => new { step.MeetingRequestId, step.Number });
        builder.Property(step => step.Message).HasMaxLength(MeetingProposal.MessageLimit);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(step => step.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(step => step.DelegatedTo).OnDelete(DeleteBehavior.Restrict);
    }
}

using Matchmaking.Core.Companies;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Expos.Timetables;

internal sealed class TimetableMapping
    : IEntityTypeConfiguration<ExpoMeeting>,
        IEntityTypeConfiguration<ScheduleDraft>,
        IEntityTypeConfiguration<DraftMeeting>,
        IEntityTypeConfiguration<Placement>,
        IEntityTypeConfiguration<PlacementSeat>,
        IEntityTypeConfiguration<DraftMove>
{
    private const int PairLimit = 5;

    public void Configure(EntityTypeBuilder<ExpoMeeting> builder)
    {
        builder.ToTable("ExpoMeetings");
        builder.Property(meeting => meeting.Id).ValueGeneratedNever();
        builder.HasOne<Expo>().WithMany().HasForeignKey(meeting => meeting.ExpoId);
        builder.HasOne<Company>().WithMany().HasForeignKey(meeting => meeting.A).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Company>().WithMany().HasForeignKey(meeting => meeting.B).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(meeting => new
            {
                meeting.ExpoId,
                meeting.A,
                meeting.B,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<ScheduleDraft> builder)
    {
        builder.ToTable("ScheduleDrafts");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.MadeBy).HasMaxLength(ScheduleDraft.NameLimit);
        builder.HasOne<Expo>().WithMany().HasForeignKey(draft => draft.ExpoId);
        builder.HasMany(draft => draft.Meetings).WithOne().HasForeignKey(meeting => meeting.DraftId);
        builder.HasMany(draft => draft.Moves).WithOne().HasForeignKey(move => move.DraftId);
        builder.ComplexProperty(draft => draft.Figures);
        builder.HasIndex(draft => new { draft.ExpoId, draft.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DraftMeeting> builder)
    {
        builder.ToTable("DraftMeetings");
        builder.HasKey(meeting => new { meeting.DraftId, meeting.MeetingId });
        builder.Property(meeting => meeting.Pair).HasMaxLength(PairLimit);
        builder.HasOne(meeting => meeting.Meeting).WithMany().HasForeignKey(meeting => meeting.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne(meeting => meeting.Placement)
            .WithOne()
            .HasForeignKey<Placement>(placement => new { placement.DraftId, placement.MeetingId });
    }

    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.ToTable("DraftPlacements");
        builder.Property(placement => placement.Id).ValueGeneratedNever();
        builder.HasOne<ExpoSlot>().WithMany().HasForeignKey(placement => placement.SlotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ExpoTable>().WithMany().HasForeignKey(placement => placement.TableId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ExpoInterpreter>().WithMany().HasForeignKey(placement => placement.InterpreterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(placement => placement.Seats).WithOne().HasForeignKey(seat => seat.PlacementId);
        builder
            .HasIndex(placement => new
            {
                placement.DraftId,
                placement.SlotId,
                placement.TableId,
            })
            .IsUnique();
        builder
            .HasIndex(placement => new
            {
                placement.DraftId,
                placement.SlotId,
                placement.InterpreterId,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlacementSeat> builder)
    {
        builder.ToTable("DraftSeats");
        builder.HasKey(seat => new { seat.PlacementId, seat.CompanyId });
        builder.HasOne<Company>().WithMany().HasForeignKey(seat => seat.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(seat => new
            {
                seat.DraftId,
                seat.SlotId,
                seat.CompanyId,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<DraftMove> builder)
    {
        builder.ToTable("DraftMoves");
        builder.Property(move => move.Id).ValueGeneratedNever();
    }
}

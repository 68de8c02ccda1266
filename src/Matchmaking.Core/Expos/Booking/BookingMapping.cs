using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Expos.Booking;

internal sealed class BookingMapping : IEntityTypeConfiguration<MeetingBooking>
{
    public void Configure(EntityTypeBuilder<MeetingBooking> builder)
    {
        builder.ToTable("ExpoBookings");
        builder.HasKey(booking => booking.MeetingId);
        builder.Property(booking => booking.MeetingId).ValueGeneratedNever();
        builder.HasOne<ExpoMeeting>().WithOne().HasForeignKey<MeetingBooking>(booking => booking.MeetingId);
    }
}

using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Expos.Day;

internal sealed class DayMapping
    : IEntityTypeConfiguration<Arrival>,
        IEntityTypeConfiguration<MeetingRecord>,
        IEntityTypeConfiguration<PlaceOffer>
{
    public void Configure(EntityTypeBuilder<Arrival> builder)
    {
        builder.ToTable("ExpoArrivals");
        builder.HasKey(arrival => new { arrival.FirmId, arrival.Day });
        builder.HasOne<ExpoFirm>().WithMany().HasForeignKey(arrival => arrival.FirmId);
    }

    public void Configure(EntityTypeBuilder<MeetingRecord> builder)
    {
        builder.ToTable("ExpoMeetingRecords");
        builder.HasKey(record => record.MeetingId);
        builder.Property(record => record.MeetingId).ValueGeneratedNever();
        builder.HasOne<ExpoMeeting>().WithOne().HasForeignKey<MeetingRecord>(record => record.MeetingId);
    }

    public void Configure(EntityTypeBuilder<PlaceOffer> builder)
    {
        builder.ToTable("ExpoPlaceOffers");
        builder.Property(offer => offer.Id).ValueGeneratedNever();
        builder.HasOne(offer => offer.Meeting).WithMany().HasForeignKey(offer => offer.MeetingId);
    }
}

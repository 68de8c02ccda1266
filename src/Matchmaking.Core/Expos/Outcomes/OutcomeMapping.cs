using Matchmaking.Core.Companies;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Expos.Outcomes;

internal sealed class OutcomeMapping : IEntityTypeConfiguration<MeetingOutcome>
{
    public void Configure(EntityTypeBuilder<MeetingOutcome> builder)
    {
        builder.ToTable("ExpoOutcomes");
        builder.HasKey(outcome => new { outcome.MeetingId, outcome.CompanyId });
        builder.Property(outcome => outcome.Note).HasMaxLength(MeetingOutcome.NoteLimit);
        builder.HasOne<ExpoMeeting>().WithMany().HasForeignKey(outcome => outcome.MeetingId);
        builder.HasOne<Company>().WithMany().HasForeignKey(outcome => outcome.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Expos.Programme;

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<ToldMeeting>, IEntityTypeConfiguration<PlanAnswer>
{
    public void Configure(EntityTypeBuilder<ToldMeeting> builder)
    {
        builder.ToTable("ExpoToldMeetings");
        builder.HasKey(told => new { told.MeetingId, told.Round });
        builder.Property(told => told.Table).HasMaxLength(ExpoTable.NameLimit);
        builder.Property(told => told.Interpreter).HasMaxLength(ExpoInterpreter.NameLimit);
        builder.HasOne(told => told.Meeting).WithMany().HasForeignKey(told => told.MeetingId);
        builder.Ignore(told => told.Planned);
    }

    public void Configure(EntityTypeBuilder<PlanAnswer> builder)
    {
        builder.ToTable("ExpoPlanAnswers");
        builder.HasKey(answer => answer.FirmId);
        builder.Property(answer => answer.FirmId).ValueGeneratedNever();
        builder.Property(answer => answer.Revision).HasMaxLength(PlanRevision.Length);
        builder.Property(answer => answer.Text).HasMaxLength(PlanAnswer.TextLimit);
        builder.Property(answer => answer.Reply).HasMaxLength(PlanAnswer.TextLimit);
        builder.HasOne<ExpoFirm>().WithOne().HasForeignKey<PlanAnswer>(answer => answer.FirmId);
    }
}

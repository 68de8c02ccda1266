using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Meetings;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>A meeting as firms read of it.</summary>
/// <param name="Start">UTC.</param>
/// <param name="Table">What stands on its card.</param>
/// <param name="Interpreter">The name, or null for none.</param>
public sealed record PlannedMeeting(Guid Id, CompanyId A, CompanyId B, DateTime Start, int Minutes, string Table, string? Interpreter)
{
    public TimeSlot Time => new(Start, Minutes);

    /// <summary>The same in every calendar file and for all drafts.</summary>
    public string CalendarUid => $"expo-meeting-{Id:N}@matchmaking";

    public bool IsOf(CompanyId firm) => A == firm || B == firm;

    public CompanyId Beside(CompanyId firm) => A == firm ? B : A;
}

internal static class PlanRevision
{
    public const int Length = 64;

    /// <summary>The same for the same plan of a firm and for no other; whoever confirms, confirms this.</summary>
    /// <param name="plan">In time order.</param>
    public static string Of(IEnumerable<PlannedMeeting> plan) =>
        Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        plan.Select(meeting =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{meeting.Id:N} {meeting.Start:O} {meeting.Minutes} {meeting.Table}\t{meeting.Interpreter}"
                            )
                        )
                    )
                )
            )
        );
}

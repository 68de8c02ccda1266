using Matchmaking.Core.Auditing;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Moderation;

/// <summary>The details of an entry with the words of the site in the reader's language.</summary>
internal static class AuditDetail
{
    public static string? Of(AuditEntry entry, IStringLocalizer<Texts> texts) =>
        entry.Action switch
        {
            AuditActions.EvidenceRecorded or AuditActions.EvidenceRevoked when entry.Detail?.Split(": ", 2) is [var claim, var source] =>
                $"{texts[$"claim.{claim}"].Value}: {source}",
            AuditActions.ExpoScheduleAsked when entry.Detail?.Split(", ", 2) is [var scope, var time] =>
                $"{texts[$"run-scope.{scope}"].Value} · {time}",
            AuditActions.ExpoMeetingRecorded when entry.Detail?.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var end => Held(
                entry.Detail[..end],
                entry.Detail[(end + 2)..],
                texts
            ),
            _ => entry.Detail,
        };

    private static string Held(string pair, string state, IStringLocalizer<Texts> texts)
    {
        var firms = pair.Split(" – ");
        var missing = state == nameof(MeetingHeld.NoShowA) ? firms[0] : firms[^1];
        return $"{pair} · {texts[$"held.{state}", missing].Value}";
    }
}

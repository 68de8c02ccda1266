using Matchmaking.Core.Auditing;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Moderation;

/// <summary>The details of an entry with the words of the site in the reader's language.</summary>
internal static class AuditDetail
{
    public static string? Of(string action, string? detail, IStringLocalizer<Texts> texts) =>
        action switch
        {
            AuditActions.EvidenceRecorded or AuditActions.EvidenceRevoked when detail?.Split(": ", 2) is [var claim, var source] =>
                $"{texts[$"claim.{claim}"].Value}: {source}",
            AuditActions.ExpoScheduleAsked when detail?.Split(", ", 2) is [var scope, var time] =>
                $"{texts[$"run-scope.{scope}"].Value} · {time}",
            AuditActions.ExpoMeetingRecorded when detail?.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var end => Held(
                detail[..end],
                detail[(end + 2)..],
                texts
            ),
            _ => detail,
        };

    private static string Held(string pair, string state, IStringLocalizer<Texts> texts)
    {
        var firms = pair.Split(" – ");
        var missing = state == nameof(MeetingHeld.NoShowA) ? firms[0] : firms[^1];
        return $"{pair} · {texts[$"held.{state}", missing].Value}";
    }
}

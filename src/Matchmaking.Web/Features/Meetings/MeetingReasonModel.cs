namespace Matchmaking.Web.Features.Meetings;

/// <summary>A step that ends something, confirmed with a reason.</summary>
/// <param name="IsOpen">Shown unfolded, since what was typed came back.</param>
public sealed record MeetingReasonModel(string Id, string Action, string Label, string Confirm, long Version, string? Reason)
{
    public bool IsOpen => !string.IsNullOrEmpty(Reason);
}

namespace Matchmaking.Web.Features.Meetings;

/// <summary>A step that ends something, confirmed with a reason.</summary>
public sealed record MeetingReasonModel(string Id, string Action, string Label, string Confirm, long Version, string? Reason)
{
    /// <summary>Shown unfolded, since what was typed came back.</summary>
    public bool IsOpen => !string.IsNullOrEmpty(Reason);
}

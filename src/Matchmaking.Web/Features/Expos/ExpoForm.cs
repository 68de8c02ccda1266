using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Web.Features.Expos;

public sealed class ExpoForm
{
    [Required, StringLength(ExpoProfile.NameLimit)]
    public string? NameZh { get; set; }

    [Required, StringLength(ExpoProfile.NameLimit)]
    public string? NameKo { get; set; }

    [Required, StringLength(ExpoProfile.NameLimit)]
    public string? NameEn { get; set; }

    [Required, StringLength(ExpoProfile.PlaceLimit)]
    public string? Place { get; set; }

    [EnumDataType(typeof(Country))]
    public Country Hall { get; set; }

    [Required]
    public DateOnly? FirstDay { get; set; }

    [Required]
    public DateOnly? LastDay { get; set; }

    public DateOnly? PreferencesUntil { get; set; }

    public DateOnly? ScheduleUntil { get; set; }

    [Range(0, Expo.SlotLimit)]
    public int MinMeetings { get; set; }

    [Range(1, Expo.SlotLimit)]
    public int? MaxMeetings { get; set; }

    [EnumDataType(typeof(RequestMode))]
    public RequestMode Requests { get; set; }

    [EnumDataType(typeof(SchedulingMode))]
    public SchedulingMode Scheduling { get; set; }

    /// <summary>The expo's version that an edit started from.</summary>
    public long Version { get; set; }

    public static ExpoForm Of(Expo expo) =>
        new()
        {
            NameZh = expo.Profile.Names.Zh,
            NameKo = expo.Profile.Names.Ko,
            NameEn = expo.Profile.Names.En,
            Place = expo.Profile.Place,
            Hall = expo.Profile.Hall,
            FirstDay = expo.Profile.FirstDay,
            LastDay = expo.Profile.LastDay,
            PreferencesUntil = expo.Profile.PreferencesUntil,
            ScheduleUntil = expo.Profile.ScheduleUntil,
            MinMeetings = expo.Profile.MinMeetings,
            MaxMeetings = expo.Profile.MaxMeetings,
            Requests = expo.Profile.Requests,
            Scheduling = expo.Profile.Scheduling,
            Version = expo.Version,
        };

    /// <summary>Of a form that its attributes found nothing wrong with.</summary>
    public ExpoProfile ToProfile() =>
        new()
        {
            Names = new LocalizedText(NameZh!, NameKo!, NameEn!),
            Place = Place!,
            Hall = Hall,
            FirstDay = FirstDay!.Value,
            LastDay = LastDay!.Value,
            PreferencesUntil = PreferencesUntil,
            ScheduleUntil = ScheduleUntil,
            MinMeetings = MinMeetings,
            MaxMeetings = MaxMeetings,
            Requests = Requests,
            Scheduling = Scheduling,
        };
}

/// <param name="Expo">Null for a new one.</param>
public sealed record ExpoFormPage(ExpoForm Form, Expo? Expo);

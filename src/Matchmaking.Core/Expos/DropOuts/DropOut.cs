using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.DropOuts;

/// <summary>An attending firm, a table or an interpreter is not there from a slot on.</summary>
/// <param name="Part"><see cref="ExpoPart.Firms"/>, <see cref="ExpoPart.Tables"/> or <see cref="ExpoPart.Interpreters"/>.</param>
/// <param name="Id">Of an <see cref="ExpoFirm"/>, an <see cref="ExpoTable"/> or an <see cref="ExpoInterpreter"/>.</param>
/// <param name="From">Id of the first slot in which it is missing.</param>
public sealed record DropOut(ExpoPart Part, Guid Id, Guid From)
{
    /// <summary>Ids of the slots in which it is missing; what has begun is past help.</summary>
    /// <param name="now">UTC.</param>
    internal IReadOnlySet<Guid> Slots(Expo expo, DateTime now) => expo.SlotsFrom(From).Except(expo.Begun(now)).ToHashSet();

    /// <summary>By what meetings know it: a firm by its company.</summary>
    private Guid Needed(Expo expo) =>
        Part == ExpoPart.Firms ? expo.Firms.FirstOrDefault(firm => firm.Id == Id)?.CompanyId.Value ?? Guid.Empty : Id;

    /// <summary>As it stands in the audit trail.</summary>
    internal static string Audited(ExpoPart part, Guid id, Expo expo, LocalizedText name) =>
        part == ExpoPart.Firms && expo.Firms.FirstOrDefault(firm => firm.Id == id) is { } known
            ? AuditedFirm.Of(known.CompanyId, name)
            : name.For(LanguageCode.En);

    /// <summary>Meetings of a draft that cannot be as they stand.</summary>
    internal IReadOnlyList<DraftMeeting> Hits(Expo expo, ScheduleDraft draft, DateTime now)
    {
        var slots = Slots(expo, now);
        return [.. draft.ToCome(expo, new HashSet<Guid> { Needed(expo) }, now).Where(meeting => slots.Contains(meeting.Placement!.SlotId))];
    }
}

/// <summary>What becomes of the meetings that a drop-out hits.</summary>
public enum DropOutRemedy
{
    /// <summary>Another place is sought for them; the organiser looks at it before it counts.</summary>
    Repair,

    /// <summary>They stand nowhere at once.</summary>
    TakeOff,
}

/// <summary>What a drop-out hits, before anything is changed.</summary>
/// <param name="Name">Of whom or what drops out.</param>
/// <param name="From">The first slot in which it is missing.</param>
/// <param name="Hits">Meetings of the current draft that cannot be as they stand.</param>
public sealed record DropOutPreview(Expo Expo, DropOut DropOut, LocalizedText Name, ExpoSlot From, HitMeetings Hits);

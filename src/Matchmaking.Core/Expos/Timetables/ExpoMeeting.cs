using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>Two firms whose meeting at an expo is wished. One row for all drafts: a meeting keeps its id wherever it is put.</summary>
public sealed class ExpoMeeting
{
    private ExpoMeeting() { }

    public Guid Id { get; private init; }

    public ExpoId ExpoId { get; private init; }

    /// <summary>The side with the smaller id.</summary>
    public CompanyId A { get; private init; }

    public CompanyId B { get; private init; }

    public CompanyId Beside(CompanyId firm) => A == firm ? B : A;

    internal static ExpoMeeting Of(Guid id, ExpoId expo, CompanyId a, CompanyId b) =>
        new()
        {
            Id = id,
            ExpoId = expo,
            A = a,
            B = b,
        };
}

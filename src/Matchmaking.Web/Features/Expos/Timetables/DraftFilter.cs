using System.Globalization;
using Matchmaking.Core.Common;
using Microsoft.AspNetCore.WebUtilities;

namespace Matchmaking.Web.Features.Expos.Timetables;

public enum DraftPart
{
    Tables,
    Firms,
}

/// <summary>What of a draft is shown; it stays the same while one works on it.</summary>
public sealed record DraftFilter
{
    public DraftPart Part { get; init; }

    /// <summary>Null for all.</summary>
    public DateOnly? Day { get; init; }

    public CompanyId? Firm { get; init; }

    /// <summary>The meeting that is to be put elsewhere.</summary>
    public Guid? Pick { get; init; }

    /// <summary>The page without a meeting picked up.</summary>
    public string At(ExpoId expo, int number) => $"/organise/{expo}/schedule/{number}{Query}";

    public string Query =>
        QueryHelpers.AddQueryString(
            string.Empty,
            new Dictionary<string, string?>
            {
                [nameof(Part)] = Part == DraftPart.Tables ? null : Part.ToString(),
                [nameof(Day)] = Day?.ToString("O", CultureInfo.InvariantCulture),
                [nameof(Firm)] = Firm?.ToString(),
                [nameof(Pick)] = Pick?.ToString("N"),
            }.Where(item => item.Value is not null)
        );
}

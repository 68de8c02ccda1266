using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Language;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.WebUtilities;

namespace Matchmaking.Web.Features.Expos.Day;

/// <summary>Which firms are listed.</summary>
public sealed record CheckInFilter
{
    /// <summary>A part of the name in any language; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>Only those that are not here yet.</summary>
    public bool Missing { get; init; }

    public bool IsSet => Missing || !string.IsNullOrWhiteSpace(Name);

    public string At(ExpoId expo) =>
        QueryHelpers.AddQueryString(
            $"/organise/{expo}/check-in",
            new Dictionary<string, string?>
            {
                [nameof(Name)] = string.IsNullOrWhiteSpace(Name) ? null : Name,
                [nameof(Missing)] = Missing ? "true" : null,
            }.Where(item => item.Value is not null)
        );
}

public sealed record CheckInPage(ExpoDay Day, CheckInFilter Filter)
{
    public int Here => Day.Attending.Count(Day.IsHere);

    /// <summary>In the reader's alphabet.</summary>
    public IEnumerable<ExpoFirm> Firms =>
        Day
            .Attending.Where(firm => (!Filter.Missing || !Day.IsHere(firm)) && IsNamed(Day.Names[firm.CompanyId]))
            .OrderBy(firm => Day.Names[firm.CompanyId].For(ReaderLanguage.Current), StringComparer.CurrentCulture);

    private bool IsNamed(LocalizedText names)
    {
        var part = TextNormalizer.Fold(Filter.Name?.Trim() ?? string.Empty);
        return new[] { names.Zh, names.Ko, names.En }.Any(name => TextNormalizer.Fold(name).Contains(part, StringComparison.Ordinal));
    }
}

/// <summary>A firm that stands at the door.</summary>
public sealed record ArrivingPage(ExpoDay Day, ExpoFirm Firm)
{
    /// <summary>UTC; null as long as it is not here.</summary>
    public DateTime? Since => Day.Arrivals.TryGetValue(Firm.Id, out var at) ? at : null;

    /// <summary>Its meetings that are not over.</summary>
    public IEnumerable<PlannedMeeting> Next =>
        Day.Planned.Where(meeting => meeting.IsOf(Firm.CompanyId) && meeting.Start.AddMinutes(meeting.Minutes) > Day.Now);
}

using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings.Import;

/// <summary>One firm of a file with its listings, as it is written there. An empty text stands for a value that is not given.</summary>
public sealed record FirmRow
{
    /// <summary>The line of the file, from 1.</summary>
    public required int Number { get; init; }

    public string Id { get; init; } = string.Empty;

    public string Country { get; init; } = string.Empty;

    public LocalizedText Names { get; init; } = new(string.Empty, string.Empty, string.Empty);

    public string RegistrationNumber { get; init; } = string.Empty;

    public string Sector { get; init; } = string.Empty;

    public string Region { get; init; } = string.Empty;

    public string Website { get; init; } = string.Empty;

    public string About { get; init; } = string.Empty;

    public string AboutLanguage { get; init; } = string.Empty;

    public string ContactPerson { get; init; } = string.Empty;

    public string ContactEmail { get; init; } = string.Empty;

    public string ContactPhone { get; init; } = string.Empty;

    public IReadOnlyList<ListingRow> Listings { get; init; } = [];
}

public sealed record ListingRow
{
    /// <summary>Unique within the firm.</summary>
    public required string Id { get; init; }

    public required ListingKind Kind { get; init; }

    public string Title { get; init; } = string.Empty;

    public string Text { get; init; } = string.Empty;

    public string Language { get; init; } = string.Empty;

    public IReadOnlyList<string> HsCodes { get; init; } = [];

    public IReadOnlyList<string> Certificates { get; init; } = [];

    public IReadOnlyList<string> Modes { get; init; } = [];

    public string Capacity { get; init; } = string.Empty;

    public string MinimumOrder { get; init; } = string.Empty;

    public IReadOnlyList<string> Regions { get; init; } = [];

    public string ValidUntil { get; init; } = string.Empty;
}

/// <summary>A row, or why it could not be read.</summary>
public sealed record ReadRow(int Number, Result<FirmRow> Row);

/// <param name="Error">Its field is named as in the file.</param>
public sealed record RefusedRow(int Number, Error Error);

/// <summary>Counts of firms; <see cref="Updated"/> counts a firm whose own data or listings changed.</summary>
public sealed record ImportReport(int Read, int Created, int Updated, int Unchanged, IReadOnlyList<RefusedRow> Refused)
{
    /// <summary>Rows, not reasons: one row can be refused for several.</summary>
    public int RefusedRows => Refused.Select(refused => refused.Number).Distinct().Count();
}

using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings;

/// <summary>Everything that the firm writes in one listing, in its own words and language. Equal when every word is.</summary>
public sealed record ListingContent
{
    public const int TitleLimit = 120;
    public const int TextLimit = 4000;
    public const int QuantityLimit = 200;
    public const int HsCodesLimit = 10;
    public const int CertificatesLimit = 20;
    public const int CertificateLimit = 80;
    public const int StruckConceptsLimit = 100;
    public const int StruckConceptLimit = 80;

    /// <summary>China's clock (UTC+8 all year) is behind Korea's: a day is over when it is over in both countries.</summary>
    private static readonly TimeSpan LaterClock = TimeSpan.FromHours(8);

    public required LanguageCode Language { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>HS 2022 codes without a dot: a heading (four digits) or a subheading (six).</summary>
    public IReadOnlyList<string> HsCodes { get; init; } = [];

    public IReadOnlyList<CooperationMode> Modes { get; init; } = [];

    /// <summary>As the firm writes them: "ISO 9001", "KC", "CCC".</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>What can be made or is needed in what time, in the firm's words.</summary>
    public string Capacity { get; init; } = string.Empty;

    public string MinimumOrder { get; init; } = string.Empty;

    /// <summary>ISO 3166-2 codes of the regions on the other side that the firm has in mind; none means all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Ids of concepts of the glossary that the words could name and that the firm did not mean.</summary>
    public IReadOnlyList<string> StruckConcepts { get; init; } = [];

    /// <summary>The last day on which it stands, or null for no end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The day on which something may still stand now.</summary>
    public static DateOnly Today(DateTime now) => DateOnly.FromDateTime(now + LaterClock);

    /// <summary>Nothing that anybody wrote or chose; the language is only detected.</summary>
    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Title + Text + Capacity + MinimumOrder)
        && HsCodes.Count + Modes.Count + Certificates.Count + Regions.Count == 0
        && ValidUntil is null;

    public bool IsOver(DateTime now) => ValidUntil < Today(now);

    /// <summary>What still stands in the way of showing it to an agency.</summary>
    internal IReadOnlyList<Error> Missing(DateTime now)
    {
        var errors = new List<Error>();
        if (string.IsNullOrWhiteSpace(Title))
        {
            errors.Add(ListingErrors.TitleMissing);
        }

        if (string.IsNullOrWhiteSpace(Text))
        {
            errors.Add(ListingErrors.TextMissing);
        }

        if (IsOver(now))
        {
            errors.Add(ListingErrors.AlreadyOver);
        }

        return errors;
    }

    public bool Equals(ListingContent? other) =>
        other is not null
        && (Language, Title, Text, Capacity, MinimumOrder, ValidUntil)
            == (other.Language, other.Title, other.Text, other.Capacity, other.MinimumOrder, other.ValidUntil)
        && HsCodes.SequenceEqual(other.HsCodes)
        && Modes.SequenceEqual(other.Modes)
        && Certificates.SequenceEqual(other.Certificates)
        && Regions.SequenceEqual(other.Regions)
        && StruckConcepts.SequenceEqual(other.StruckConcepts);

    public override int GetHashCode() => HashCode.Combine(Language, Title, Text, ValidUntil);
}

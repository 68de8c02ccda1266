using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Listings.Import;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Benchmarks;

/// <summary>
/// Invents firms out of the words of the demonstration firms: parts of their names, and listings that join clauses of several texts of one
/// language, mostly of one sector, with other numbers and a type designation of their own. The same firms in every run.
/// </summary>
internal sealed partial class FirmGenerator
{
    public const int Firms = 10_000;
    public const int ListingsEach = 4;

    private const double FromOwnSector = 0.8;
    private const double Verified = 0.4;
    private static readonly DateTime Now = DateTime.UtcNow;

    /// <summary>Not for secrets: the same choices in every run.</summary>
    private readonly Random random = new(20261123);
    private readonly IReadOnlyList<FirmText> examples;
    private readonly int listingsEach;
    private readonly Dictionary<Country, Agency> agencies = Enum.GetValues<Country>()
        .ToDictionary(country => country, country => new Agency { Country = country, Names = new LocalizedText("中心", "센터", "Centre") });

    private FirmGenerator(IReadOnlyList<FirmText> examples, int listingsEach)
    {
        this.examples = examples;
        this.listingsEach = listingsEach;
    }

    public IEnumerable<Agency> Agencies => agencies.Values;

    public static async Task<FirmGenerator> CreateAsync(int listingsEach = ListingsEach)
    {
        var assembly = typeof(AppDbContext).Assembly;
        var firms = new List<FirmText>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".jsonl", StringComparison.Ordinal)).Order())
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            await foreach (var row in JsonFirmRows.ReadAsync(text, CancellationToken.None))
            {
                firms.Add(FirmTextRow.Of(row.Row.Value, Now).Value.Firm);
            }
        }

        return new FirmGenerator(firms, listingsEach);
    }

    public (Company Firm, IReadOnlyList<Listing> Listings) Next(int number)
    {
        var country = number % 2 == 0 ? Country.CN : Country.KR;
        var example = Any([.. examples.Where(firm => firm.Country == country)]);
        var firm = Company.Register(
            country,
            number: null,
            new CompanyProfile
            {
                Names = Names(country, number),
                Sector = example.Sector,
                Region = example.Region,
            },
            new ContactDetails("Contact", $"sales{number}@example.com", "+82 2-555-0100"),
            Now
        );
        if (random.NextDouble() < Verified)
        {
            firm.RecordEvidence(new Evidence(EvidenceClaim.Existence, "Register", agencies[country].Id, Now, Now.AddYears(1)));
        }

        return (firm, [.. Enumerable.Range(0, listingsEach).Select(index => Listing(firm, example, (ListingKind)(index % 2), number))]);
    }

    private LocalizedText Names(Country country, int number)
    {
        var (first, second) = (Any(examples), Any([.. examples.Where(firm => firm.Country == country)]));
        var english = $"{first.Names.En.Split(' ')[0]} {string.Join(' ', second.Names.En.Split(' ').Skip(1))} {number}";
        return new LocalizedText(first.Names.Zh[..2] + second.Names.Zh, first.Names.Ko[..2] + second.Names.Ko, english);
    }

    private Listing Listing(Company firm, FirmText example, ListingKind kind, int number)
    {
        IReadOnlyList<FirmText> from =
            random.NextDouble() < FromOwnSector
                ? [.. examples.Where(other => other.Country == firm.Country && other.Sector == example.Sector)]
                : [.. examples.Where(other => other.Country == firm.Country)];
        var listings = from.SelectMany(other => other.Listings)
            .Where(listing => listing.Kind == kind)
            .Select(listing => listing.Content)
            .ToList();
        var content = Any(listings);
        var beside = listings.FindAll(other => other.Language == content.Language);
        var clauses = Clauses(content.Text).Concat(Clauses(Any(beside).Text)).Concat(Clauses(Any(beside).Text)).ToArray();
        random.Shuffle(clauses);
        var type = $"{(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}-{number}";
        var written = content with
        {
            Title = Shortened($"{content.Title} {type}", ListingContent.TitleLimit),
            Text = string.Join(content.Language == LanguageCode.Zh ? "。" : ". ", clauses.Take(random.Next(3, 7)).Select(OtherNumbers)),
        };
        var listing = Core.Listings.Listing.Draft(firm.Id, kind, written, Guid.Empty, Now.AddDays(-random.Next(200)));
        return listing.Submit(Guid.Empty, Now).Succeeded && listing.StartReview().Succeeded && listing.Publish(Now).Succeeded
            ? listing
            : throw new InvalidOperationException("A generated listing could not be published.");
    }

    /// <summary>The sentences of a text.</summary>
    public static IEnumerable<string> Clauses(string text) =>
        Sentence().Split(text).Select(clause => clause.Trim()).Where(clause => clause.Length > 3);

    private string OtherNumbers(string text) =>
        Number().Replace(text, found => random.Next(1, (int)Math.Pow(10, found.Length)).ToString(CultureInfo.InvariantCulture));

    private static string Shortened(string text, int limit) => text.Length <= limit ? text : text[^limit..];

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    [GeneratedRegex(@"[.。;；]\s|[。；]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b\d{1,4}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

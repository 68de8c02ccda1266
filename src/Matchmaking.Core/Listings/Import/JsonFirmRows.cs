using System.Runtime.CompilerServices;
using System.Text.Json;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings.Import;

/// <summary>One JSON object a line: <c>{"id","country","names":{"ko","zh","en"},"sector","offers":[…],"needs":[…]}</c>. Empty lines are passed over.</summary>
public static class JsonFirmRows
{
    public static async IAsyncEnumerable<ReadRow> ReadAsync(TextReader text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; await text.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new ReadRow(number, Parse(line, number));
            }
        }
    }

    private static Result<FirmRow> Parse(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return ImportErrors.NotAnObject;
            }

            var firm = new JsonFields(document.RootElement);
            var row = Read(firm, number);
            return firm.Errors.Count == 0 ? row : Result<FirmRow>.Failure(firm.Errors);
        }
        catch (JsonException exception)
        {
            return ImportErrors.NotJson((exception.BytePositionInLine ?? 0) + 1);
        }
    }

    private static FirmRow Read(JsonFields firm, int number)
    {
        var names = firm.Object("names");
        var contacts = firm.Object("contacts");
        // A profile text may be given with its language or alone.
        var about = firm.Is("about", JsonValueKind.Object) ? firm.Object("about") : null;
        return new FirmRow
        {
            Number = number,
            Id = firm.Text("id"),
            Country = firm.Text("country"),
            Names = new LocalizedText(names.Text("zh"), names.Text("ko"), names.Text("en")),
            RegistrationNumber = firm.Text("registrationNumber"),
            Sector = firm.Text("sector"),
            Region = firm.Text("region"),
            Website = firm.Text("website"),
            About = about is null ? firm.Text("about") : about.Text("text"),
            AboutLanguage = about?.Text("language") ?? string.Empty,
            ContactPerson = contacts.Text("person"),
            ContactEmail = contacts.Text("email"),
            ContactPhone = contacts.Text("phone"),
            Listings =
            [
                .. firm.Objects("offers").Select((fields, index) => Listing(fields, ListingKind.Offer, index)),
                .. firm.Objects("needs").Select((fields, index) => Listing(fields, ListingKind.Need, index)),
            ],
        };
    }

    private static ListingRow Listing(JsonFields fields, ListingKind kind, int index) =>
        new()
        {
            Id = fields.Text("id") is { Length: > 0 } id ? id : ListingIds.Of(kind, index),
            Kind = kind,
            Title = fields.Text("title"),
            Text = fields.Text("text"),
            Language = fields.Text("language"),
            HsCodes = fields.Texts("hs"),
            Certificates = fields.Texts("certificates"),
            Modes = fields.Texts("modes"),
            Capacity = fields.Text("capacity"),
            MinimumOrder = fields.Text("minimumOrder"),
            Regions = fields.Texts("regions"),
            ValidUntil = fields.Text("validUntil"),
        };
}

internal static class ListingIds
{
    /// <summary>Where the file gives none: the kind and the place within it, which stay the same as long as the file does.</summary>
    public static string Of(ListingKind kind, int index) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(kind == ListingKind.Offer ? "offer" : "need")}-{index + 1}");
}

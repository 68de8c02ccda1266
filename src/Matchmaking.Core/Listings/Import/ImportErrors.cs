using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings.Import;

public static class ImportErrors
{
    /// <summary>The argument is where in the line it broke off.</summary>
    public static Error NotJson(long position) => new("import.not-json", Arguments: position);

    public static readonly Error NotAnObject = new("import.not-an-object");

    /// <summary>The argument says what was expected.</summary>
    public static Error WrongType(string field, string expected) => new("import.wrong-type", Field: field, Arguments: expected);

    public static readonly Error OpenQuotation = new("import.open-quotation");

    public static readonly Error Country = new("import.country", Field: "country");

    public static readonly Error NoKey = new("import.no-key", Field: "id");

    public static Error TooLong(string field, int limit) => new("import.too-long", Field: field, Arguments: limit);

    public static Error Unprintable(string field) => new("import.unprintable", Field: field);

    public static Error Unknown(string field, string value) => new("import.unknown-value", Field: field, Arguments: value);

    public static Error Twice(string field, string value) => new("import.twice", Field: field, Arguments: value);

    /// <summary>The id stands for a firm with another registration number here; the argument is that number.</summary>
    public static Error OtherNumber(string number) => new("import.other-number", ErrorKind.Conflict, "registrationNumber", number);

    /// <summary>Its own people look after the firm here, and a file does not overwrite what they wrote.</summary>
    public static readonly Error FirmIsClaimed = new("import.firm-is-claimed", ErrorKind.Conflict, "id");
}

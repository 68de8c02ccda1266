using System.Globalization;

namespace Matchmaking.Core.Expos.Booking;

/// <summary>A quarter of an hour of the clock. What other firms book and cancel within it is told to a firm in one mail at its end.</summary>
/// <param name="End">UTC; no longer part of it.</param>
public readonly record struct BookingWindow(DateTime End)
{
    private const string Format = "yyyyMMddHHmm";

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    public static BookingWindow Of(DateTime time) => new(new DateTime(time.Ticks - (time.Ticks % Length.Ticks), DateTimeKind.Utc) + Length);

    public static BookingWindow Parse(string text) =>
        new(
            DateTime.ParseExact(
                text,
                Format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            )
        );

    public bool Holds(DateTime? time) => time >= End - Length && time < End;

    public override string ToString() => End.ToString(Format, CultureInfo.InvariantCulture);
}

namespace Matchmaking.Web.Pdf;

/// <summary>Of a page; all measures of this folder are points (1/72 inch).</summary>
internal sealed record PaperSize(float Width, float Height, float Margin)
{
    public static readonly PaperSize A4 = new(Millimetres(210), Millimetres(297), Millimetres(14));

    public static readonly PaperSize A4Across = new(Millimetres(297), Millimetres(210), Millimetres(11));

    public static readonly PaperSize A3Across = new(Millimetres(420), Millimetres(297), Millimetres(11));

    public float Inner => Width - (2 * Margin);

    public static float Millimetres(float length) => length * 72 / 25.4f;
}

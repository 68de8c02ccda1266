using System.Globalization;

namespace Matchmaking.Benchmarks;

/// <summary>One line of the report.</summary>
internal abstract record Figure(string Name)
{
    public abstract string Measured { get; }

    /// <summary>Empty for what only explains another figure.</summary>
    public abstract string Wanted { get; }

    public abstract bool? IsMet { get; }

    /// <summary>Empty for what is no time.</summary>
    public virtual string Ratio(Baseline baseline) => string.Empty;
}

/// <param name="Goal">At most so much.</param>
internal sealed record TimeFigure(string Name, TimeSpan Value, TimeSpan? Goal = null) : Figure(Name)
{
    public override string Measured => InMilliseconds(Value);

    public override string Wanted => Goal is { } goal ? InMilliseconds(goal) : string.Empty;

    public override bool? IsMet => Goal is { } goal ? Value <= goal : null;

    public static string InMilliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture) + " ms";

    public override string Ratio(Baseline baseline) => (Value / baseline.Quickest).ToString("N2", CultureInfo.InvariantCulture);
}

/// <param name="Goal">At least so much.</param>
internal sealed record ShareFigure(string Name, double Value, double? Goal = null) : Figure(Name)
{
    public override string Measured => Value.ToString("P1", CultureInfo.InvariantCulture);

    public override string Wanted => Goal?.ToString("P1", CultureInfo.InvariantCulture) ?? string.Empty;

    public override bool? IsMet => Goal is { } goal ? Value >= goal : null;
}

/// <param name="Goal">At most so much.</param>
internal sealed record MeanFigure(string Name, double Value, double? Goal = null) : Figure(Name)
{
    public override string Measured => Value.ToString("N3", CultureInfo.InvariantCulture);

    public override string Wanted => Goal?.ToString("N3", CultureInfo.InvariantCulture) ?? string.Empty;

    public override bool? IsMet => Goal is { } goal ? Value <= goal : null;
}

/// <summary>A number in the unit that its name says.</summary>
/// <param name="Least">At least so much is wanted.</param>
/// <param name="Most">At most so much is wanted.</param>
internal sealed record AmountFigure(string Name, double Value, double? Least = null, double? Most = null) : Figure(Name)
{
    public override string Measured => Text(Value);

    public override string Wanted => (Least ?? Most) is { } goal ? Text(goal) : string.Empty;

    public override bool? IsMet =>
        Least is null && Most is null ? null : (Least is not { } least || Value >= least) && (Most is not { } most || Value <= most);

    private static string Text(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

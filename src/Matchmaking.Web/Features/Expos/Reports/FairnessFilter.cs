using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Reports;
using Microsoft.AspNetCore.WebUtilities;

namespace Matchmaking.Web.Features.Expos.Reports;

public enum FirmOrder
{
    Name,
    Given,
    Received,
    Mutual,
    Placed,
    Share,
    Breaks,
    TableMoves,
}

public enum FirmChoice
{
    All,

    /// <summary>Wished by somebody that they wish, and without a meeting.</summary>
    Without,
    BelowMinimum,
}

/// <summary>Which firms are listed, and in which order.</summary>
public sealed record FairnessFilter
{
    public FirmOrder Order { get; init; }

    public bool Descending { get; init; }

    /// <summary>Null for both.</summary>
    public Country? Country { get; init; }

    public FirmChoice Only { get; init; }

    public string At(string root) =>
        QueryHelpers.AddQueryString(
            $"{root}/fairness",
            new Dictionary<string, string?>
            {
                [nameof(Order)] = Order == FirmOrder.Name ? null : Order.ToString(),
                [nameof(Descending)] = Descending ? "true" : null,
                [nameof(Country)] = Country?.ToString(),
                [nameof(Only)] = Only == FirmChoice.All ? null : Only.ToString(),
            }.Where(item => item.Value is not null)
        );

    /// <summary>By another column, or the other way round; figures begin with the largest.</summary>
    public FairnessFilter By(FirmOrder order) =>
        this with
        {
            Order = order,
            Descending = order == Order ? !Descending : order != FirmOrder.Name,
        };

    public bool IsMeant(FirmShare firm) =>
        (Country is null || firm.Row.Country == Country)
        && Only switch
        {
            FirmChoice.Without => firm is { Mutual: > 0, Placed: 0 },
            FirmChoice.BelowMinimum => firm.IsBelowMinimum,
            _ => true,
        };

    internal double Value(FirmShare firm) =>
        Order switch
        {
            FirmOrder.Given => firm.Row.Wishes,
            FirmOrder.Received => firm.Row.WishedBy,
            FirmOrder.Mutual => firm.Mutual,
            FirmOrder.Placed => firm.Placed,
            FirmOrder.Share => firm.Share,
            FirmOrder.Breaks => firm.Breaks,
            FirmOrder.TableMoves => firm.TableMoves,
            _ => 0,
        };
}

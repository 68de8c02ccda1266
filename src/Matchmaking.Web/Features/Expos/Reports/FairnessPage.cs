using System.Globalization;
using Matchmaking.Core.Expos.Reports;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Expos.Reports;

/// <summary>The fairness of a draft as the page lists it.</summary>
public sealed record FairnessPage(FairnessReport Report, FairnessFilter Filter)
{
    public string Root => $"/organise/{Report.View.Expo.Id}/schedule/{Report.View.Draft.Number}";

    /// <summary>Firms that are alike stand by the reader's alphabet.</summary>
    public IReadOnlyList<FirmShare> Firms
    {
        get
        {
            var named = Report.Firms.Where(Filter.IsMeant).OrderBy(Name, StringComparer.CurrentCulture);
            return Filter switch
            {
                { Order: FirmOrder.Name, Descending: false } => [.. named],
                { Order: FirmOrder.Name } => [.. named.Reverse()],
                { Descending: true } => [.. named.OrderByDescending(Filter.Value)],
                _ => [.. named.OrderBy(Filter.Value)],
            };
        }
    }

    public static string Name(FirmShare firm) => firm.Row.Names.For(ReaderLanguage.Current);

    public static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);
}

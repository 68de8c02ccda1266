using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Reports;
using Microsoft.AspNetCore.WebUtilities;

namespace Matchmaking.Web.Features.Expos.Reports;

/// <summary>Which of the meetings without a place are listed.</summary>
public sealed record WhyNotFilter
{
    /// <summary>Null for all.</summary>
    public UnplacedCause? Cause { get; init; }

    public CompanyId? Firm { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public string At(string root) =>
        QueryHelpers.AddQueryString(
            $"{root}/why-not",
            new Dictionary<string, string?>
            {
                [nameof(Cause)] = Cause?.ToString(),
                [nameof(Firm)] = Firm?.ToString(),
                [nameof(Page)] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
            }.Where(item => item.Value is not null)
        );
}

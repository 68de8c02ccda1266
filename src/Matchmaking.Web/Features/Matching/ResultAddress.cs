using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Matchmaking.Web.Features.Matching;

/// <summary>The address of a list of results with one thing changed; all other choices stay.</summary>
internal static class ResultAddress
{
    public static string OfPage(HttpRequest request, int page) =>
        With(request, ["page"], "page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);

    /// <summary>Begins at the first page: the old place means nothing in another order.</summary>
    /// <param name="order">Null for the usual one.</param>
    public static string OfOrder(HttpRequest request, string? order) => With(request, ["page", "order"], "order", order);

    private static string With(HttpRequest request, string[] dropped, string name, string? value)
    {
        var query = new QueryBuilder(
            request
                .Query.Where(item => !dropped.Contains(item.Key, StringComparer.OrdinalIgnoreCase))
                .SelectMany(item => item.Value, (item, kept) => KeyValuePair.Create(item.Key, kept ?? string.Empty))
        );
        if (value is not null)
        {
            query.Add(name, value);
        }

        return request.Path + query.ToString();
    }
}

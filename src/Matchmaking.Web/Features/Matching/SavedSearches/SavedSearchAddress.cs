using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.SavedSearches;
using Microsoft.AspNetCore.Http.Extensions;

namespace Matchmaking.Web.Features.Matching.SavedSearches;

/// <summary>The address of the page that answers a question, the same for the same question.</summary>
internal static class SavedSearchAddress
{
    /// <param name="saved">When given, the page marks what is new in it.</param>
    public static string Of(SavedSearchKind kind, SavedQuestion question, SavedSearchId? saved = null)
    {
        var query = new QueryBuilder();
        if (question.Text.Length > 0)
        {
            query.Add("q", question.Text);
        }

        query.Add("listing", question.Listings.Select(listing => listing.ToString()));
        query.Add("sector", question.Sectors);
        query.Add("chapter", question.Chapters);
        query.Add("mode", question.Modes.Select(mode => mode.ToCode()));
        query.Add("region", question.Regions);
        if (question.VerifiedOnly)
        {
            query.Add("verified", "true");
        }

        query.Add("kind", question.Kinds.Select(hit => hit.ToString()));
        if (question.Country is { } country)
        {
            query.Add("country", country.ToString());
        }

        query.Add("heading", question.Headings);
        if (saved is { } id)
        {
            query.Add("saved", id.ToString());
        }

        return (kind == SavedSearchKind.Partners ? "/partners" : "/search") + query;
    }
}

namespace Matchmaking.Web.Hosting;

internal static class SearchEngine
{
    /// <summary>The name of the engine that is configured.</summary>
    public static string Of(IConfiguration configuration) => configuration["Search:Engine"] is { Length: > 0 } engine ? engine : "Lucene";
}

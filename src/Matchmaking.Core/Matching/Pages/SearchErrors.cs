using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Pages;

public static class SearchErrors
{
    public static readonly Error Unavailable = new("search.unavailable", ErrorKind.Unavailable);
}

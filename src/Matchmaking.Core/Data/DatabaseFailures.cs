using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Matchmaking.Core.Data;

internal static class DatabaseFailures
{
    /// <summary>Whether the database did not answer, or not in time, also after it was asked again.</summary>
    public static bool IsDatabaseFailure(this Exception exception) =>
        exception is DbException or RetryLimitExceededException or TimeoutException;
}

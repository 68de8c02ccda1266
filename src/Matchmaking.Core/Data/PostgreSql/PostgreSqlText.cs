using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Matchmaking.Core.Data.PostgreSql;

/// <summary>
/// PostgreSQL takes neither NUL nor half a surrogate pair in a text and fails the whole statement, be it a search. The other databases
/// take both. Here they become U+FFFD, as in forms, whichever way they came in.
/// </summary>
internal sealed class PostgreSqlText : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (DbParameter parameter in result.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text => Storable(text),
                IEnumerable<string?> texts when texts.Any(text => text is not null && !IsStorable(text)) => texts
                    .Select(text => text is null ? null : Storable(text))
                    .ToArray(),
                var other => other,
            };
        }

        return result;
    }

    internal static string Storable(string text)
    {
        if (IsStorable(text))
        {
            return text;
        }

        var storable = new StringBuilder(text.Length);
        // The enumeration gives U+FFFD for half a pair.
        foreach (var rune in text.EnumerateRunes())
        {
            storable.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return storable.ToString();
    }

    private static bool IsStorable(string text)
    {
        var rest = text.AsSpan();
        for (var index = rest.IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0; index = rest.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (index + 1 >= rest.Length || !char.IsSurrogatePair(rest[index], rest[index + 1]))
            {
                return false;
            }

            rest = rest[(index + 2)..];
        }

        return !text.Contains('\0', StringComparison.Ordinal);
    }
}

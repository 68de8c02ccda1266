using Matchmaking.Core.Common;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Matchmaking.Core.Data;

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value))
    where TId : struct, ITypedId<TId>
{
    /// <summary>Public for the compiled model.</summary>
    public static TId From(Guid value) => TId.From(value);
}

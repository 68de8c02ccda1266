using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Matchmaking.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>
/// One row of every entity in the model, every column filled to its limit, so that a new entity is covered on the day it is mapped.
/// </summary>
internal static class SampleRows
{
    private static readonly DateTime Instant = new(2026, 11, 23, 1, 2, 3, 456, 789, DateTimeKind.Utc);

    /// <summary>Adds the rows to the context, principals before dependents.</summary>
    public static IReadOnlyList<object> For(DbContext db)
    {
        var samples = new Dictionary<IEntityType, object>();
        foreach (var type in InOrderOfDependence(db.Model))
        {
            samples.Add(type, Add(db, type, samples));
        }

        return [.. samples.Values];
    }

    /// <summary>Every stored value under its path, in a form that compares by content.</summary>
    public static SortedDictionary<string, string> Values(EntityEntry entry)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in entry.Metadata.GetProperties())
        {
            values[property.Name] = Text(entry.Property(property).CurrentValue);
        }

        foreach (var complex in entry.Metadata.GetComplexProperties())
        {
            values[complex.Name] = Text(entry.ComplexProperty(complex).CurrentValue);
        }

        foreach (var owned in entry.Metadata.GetNavigations().Where(IsOwned))
        {
            values[owned.Name] = Text(entry.Navigation(owned).CurrentValue);
        }

        return values;
    }

    private static string Text(object? value) =>
        value switch
        {
            null => "null",
            string text => text,
            DateTime time => $"{time:O}",
            IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
            _ => JsonSerializer.Serialize(value, value.GetType()),
        };

    private static List<IEntityType> InOrderOfDependence(IModel model)
    {
        var waiting = model.GetEntityTypes().Where(type => !type.IsOwned()).ToList();
        var ordered = new List<IEntityType>();
        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(type =>
                type.GetForeignKeys().All(key => key.PrincipalEntityType == type || ordered.Contains(key.PrincipalEntityType))
            );
            ordered.AddRange(
                ready.Count > 0 ? ready : throw new InvalidOperationException($"A cycle of foreign keys at {waiting[0].DisplayName()}.")
            );
            waiting.RemoveAll(ready.Contains);
        }

        return ordered;
    }

    private static object Add(DbContext db, IEntityType type, Dictionary<IEntityType, object> samples)
    {
        var entity = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        var entry = db.Entry(entity);
        foreach (var property in type.GetProperties().Where(IsWritten))
        {
            entry.Property(property).CurrentValue = PrincipalValue(db, property, samples) ?? Value(property);
        }

        foreach (var complex in type.GetComplexProperties())
        {
            entry.ComplexProperty(complex).CurrentValue = Value(complex);
        }

        foreach (var owned in type.GetNavigations().Where(IsOwned))
        {
            Fill(entity, owned);
        }

        db.Add(entity);
        foreach (var property in type.GetProperties().Where(property => property.IsShadowProperty() && !property.IsPrimaryKey()))
        {
            entry.Property(property).CurrentValue = PrincipalValue(db, property, samples) ?? Value(property);
        }

        return entity;
    }

    /// <summary>Versions are raised by the context, and numbers that count rows are given by the database.</summary>
    private static bool IsWritten(IProperty property) =>
        !property.IsShadowProperty()
        && property.Name != nameof(Entity.Version)
        && (
            property.ValueGenerated == ValueGenerated.Never || property.ClrType == typeof(Guid) || property.GetValueConverter() is not null
        );

    private static bool IsOwned(INavigation navigation) => !navigation.IsOnDependent && navigation.TargetEntityType.IsOwned();

    private static object? PrincipalValue(DbContext db, IProperty property, Dictionary<IEntityType, object> samples)
    {
        var key = property.GetContainingForeignKeys().FirstOrDefault(key => samples.ContainsKey(key.PrincipalEntityType));
        if (key is null)
        {
            return null;
        }

        var principal = key.PrincipalKey.Properties[key.Properties.ToList().IndexOf(property)];
        return db.Entry(samples[key.PrincipalEntityType]).Property(principal).CurrentValue;
    }

    private static void Fill(object entity, INavigation navigation)
    {
        var owned = navigation.TargetEntityType;
        var value = Build(
            owned.ClrType,
            owned.GetProperties().Where(property => !property.IsShadowProperty()),
            owned.GetComplexProperties()
        );
        if (navigation.GetCollectionAccessor() is { } collection)
        {
            Assign(entity, navigation, (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(owned.ClrType))!);
            collection.Add(entity, value, forMaterialization: false);
        }
        else
        {
            Assign(entity, navigation, value);
        }
    }

    private static object? Value(IPropertyBase property) =>
        property switch
        {
            IComplexProperty complex => Build(
                complex.ComplexType.ClrType,
                complex.ComplexType.GetProperties(),
                complex.ComplexType.GetComplexProperties()
            ),
            IProperty { IsPrimitiveCollection: true } list => ListOf(list),
            IProperty scalar => Scalar(scalar),
            _ => throw new NotSupportedException(property.Name),
        };

    private static object Build(Type type, IEnumerable<IProperty> properties, IEnumerable<IComplexProperty> complex)
    {
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in properties.Cast<IPropertyBase>().Concat(complex))
        {
            Assign(value, property, Value(property));
        }

        return value;
    }

    private static void Assign(object target, IPropertyBase property, object? value)
    {
        if (property.FieldInfo is { } field)
        {
            field.SetValue(target, value);
        }
        else
        {
            property.PropertyInfo!.SetValue(target, value);
        }
    }

    private static object ListOf(IProperty property)
    {
        var element = property.GetElementType()!;
        var array = Array.CreateInstance(element.ClrType, 2);
        for (var index = 0; index < array.Length; index++)
        {
            array.SetValue(Sample(element.ClrType, element.GetValueConverter(), element.GetMaxLength()), index);
        }

        return property.ClrType.IsAssignableFrom(array.GetType()) ? array : Activator.CreateInstance(property.ClrType, array)!;
    }

    private static object? Scalar(IProperty property) =>
        Sample(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType, property.GetValueConverter(), property.GetMaxLength());

    private static object? Sample(Type type, ValueConverter? converter, int? limit)
    {
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        return converter is null || converter.ProviderClrType == type
            ? Plain(type, limit)
            : converter.ConvertFromProvider(Plain(converter.ProviderClrType, limit));
    }

    private static object Plain(Type type, int? limit) =>
        type switch
        {
            _ when type == typeof(string) => Words.Filling(limit ?? 6000),
            _ when type == typeof(Guid) => Guid.CreateVersion7(),
            _ when type == typeof(DateTime) => Instant,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(Instant),
            _ when type == typeof(DateOnly) => new DateOnly(2028, 2, 29),
            _ when type == typeof(bool) => true,
            _ when type == typeof(byte[]) => Enumerable.Range(0, limit ?? 64).Select(number => (byte)number).ToArray(),
            _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(42, type, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"No sample for {type}."),
        };
}

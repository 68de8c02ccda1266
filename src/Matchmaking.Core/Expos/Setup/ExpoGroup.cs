using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>Firms of an expo that are alike in whom they may meet. Each country has one, for its firms that are in no other.</summary>
public sealed class ExpoGroup : Entity
{
    public const int NameLimit = 40;

    private ExpoGroup() { }

    public Guid Id { get; private init; }

    public ExpoId ExpoId { get; private init; }

    /// <summary>Null for a group that the organiser made.</summary>
    public Country? Country { get; private init; }

    /// <summary>In the organiser's words; empty for a country's group.</summary>
    public string Name { get; private init; } = string.Empty;

    /// <summary>Ids of the groups whose firms its own may meet; each of them says the same of it.</summary>
    public IReadOnlyList<Guid> Meets { get; private set; } = [];

    internal static ExpoGroup Of(ExpoId expo, Country? country, string name) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ExpoId = expo,
            Country = country,
            Name = name,
        };

    public bool MayMeet(ExpoGroup other) => Meets.Contains(other.Id);

    internal void Meet(IReadOnlyList<Guid> groups)
    {
        if (!Meets.SequenceEqual(groups))
        {
            Meets = groups;
        }
    }
}

/// <summary>Which firms of an expo may meet.</summary>
/// <param name="groups">All of the expo, in the order in which they are shown.</param>
public sealed class GroupRules(IReadOnlyList<ExpoGroup> groups)
{
    /// <param name="group">The group that the organiser put the firm into, or null.</param>
    public ExpoGroup Of(Guid? group, Country country) => groups.First(item => group is null ? item.Country == country : item.Id == group);

    /// <summary>Those that the organiser made.</summary>
    public IEnumerable<ExpoGroup> Own => groups.Where(group => group.Country is null);

    /// <summary>Every pair of groups once, also each with itself.</summary>
    public IEnumerable<(ExpoGroup One, ExpoGroup Other)> Pairs =>
        groups.SelectMany((one, place) => groups.Skip(place).Select(other => (one, other)));
}

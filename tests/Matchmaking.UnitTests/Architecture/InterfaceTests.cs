using Xunit;

namespace Matchmaking.UnitTests.Architecture;

/// <summary>An interface has two real implementations, or marks a boundary out of the process; otherwise it is a class.</summary>
public sealed class InterfaceTests
{
    /// <summary>Name and reason.</summary>
    private static readonly Dictionary<string, string> WithOneImplementation = new(StringComparer.Ordinal)
    {
        ["IContactGrant"] = "features that firms know nothing of give reasons to show contact fields",
        ["IExpoScheduler"] = "keeps the native solver out of Core",
        ["IMemberDuty"] = "features that firms know nothing of hand over what a leaving person was to do",
    };

    [Fact]
    public void Interface_with_less_than_two_implementations_has_a_reason_and_every_reason_such_an_interface() =>
        Reasons.AssertCover(
            WithOneImplementation,
            Lonely(SourceTree.Files("src", ".cs").SelectMany(file => TypeScan.Declarations(file.Text)))
        );

    [Fact]
    public void Lonely_interface_is_found_out()
    {
        const string Text = """
            public interface IPair<TItem> where TItem : IEquatable<TItem> { }
            public interface ILonely;
            internal sealed class First(IDictionary<string, ILonely> names) : Base(names, x => x), IPair<int> { }
            internal sealed record Second(int Id) : IPair<Dictionary<int, ILonely>>;
            internal readonly record struct Third(int Id) : Common.ILonely;
            """;

        Assert.Equal(["ILonely"], Lonely(TypeScan.Declarations(Text)));
    }

    private static IEnumerable<string> Lonely(IEnumerable<TypeScan.Declaration> declarations)
    {
        var all = declarations.ToList();
        var implemented = all.Where(type => type.Kind != "interface")
            .SelectMany(type => type.Bases.Select(name => name.Split('.')[^1]).Distinct())
            .CountBy(name => name)
            .ToDictionary(StringComparer.Ordinal);
        return all.Where(type => type.Kind == "interface" && implemented.GetValueOrDefault(type.Name) < 2)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);
    }
}

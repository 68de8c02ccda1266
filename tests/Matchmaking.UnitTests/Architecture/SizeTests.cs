using Xunit;

namespace Matchmaking.UnitTests.Architecture;

/// <summary>What keeps the tail short: a long file, a wide constructor or a full folder shows a class that does too much.</summary>
public sealed class SizeTests
{
    private const int LineLimit = 400;
    private const int LinesThatNeedAReason = 250;
    private const int ParameterLimit = 6;
    private const int FileLimit = 25;

    private static readonly string[] Code = [".cs", ".cshtml", ".js"];

    /// <summary>Path and reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal)
    {
        ["tests/Matchmaking.IntegrationTests/Matching/PartnerIndexContract.cs"] = "one contract, read as a whole by whoever adds an engine",
    };

    /// <summary>Path and reason.</summary>
    private static readonly Dictionary<string, string> FullFolders = new(StringComparer.Ordinal)
    {
        ["src/Matchmaking.Core/Listings"] = "one entity and a class for each of its steps",
    };

    public static TheoryData<string> Trees => ["src", "tests"];

    [Theory]
    [MemberData(nameof(Trees))]
    public void No_file_is_too_long(string tree) =>
        Assert.Empty(SourceTree.Files(tree, [.. Code, ".css"]).Where(file => file.Lines > LineLimit).Select(Named));

    [Fact]
    public void Long_file_has_a_reason_and_every_reason_a_long_file() =>
        Reasons.AssertCover(LongFiles, AllCode().Where(file => file.Lines > LinesThatNeedAReason).Select(file => file.Path));

    [Fact]
    public void Full_folder_has_a_reason_and_every_reason_a_full_folder() =>
        Reasons.AssertCover(
            FullFolders,
            AllCode().GroupBy(file => file.Folder).Where(folder => folder.Count() > FileLimit).Select(folder => folder.Key)
        );

    [Fact]
    public void No_constructor_is_too_wide() =>
        Assert.Empty(
            SourceTree
                .Files("src", ".cs")
                .SelectMany(file => TypeScan.Constructors(file.Text).Select(constructor => (file.Path, constructor)))
                .Where(item => item.constructor.Parameters > ParameterLimit)
                .Select(item => $"{item.Path}: {item.constructor.Type} takes {item.constructor.Parameters}")
        );

    [Fact]
    public void Wide_constructor_is_found_out_on_a_class_and_left_alone_on_a_record()
    {
        const string Text = """
            public sealed class Primary(A a, Func<B, C> b, (D, E) d, [F(1, 2)] G g = default, H h, I i, J j) : Base(a, b);
            internal sealed class Explicit
            {
                public Explicit(A a, B b) => this.a = a;
            }
            public sealed record Row(A a, B b, C c, D d, E e, F f, G g);
            """;

        Assert.Equal([new("Primary", 7), new("Explicit", 2)], TypeScan.Constructors(Text));
    }

    private static IEnumerable<SourceTree.SourceFile> AllCode() => SourceTree.Files("src", Code).Concat(SourceTree.Files("tests", Code));

    private static string Named(SourceTree.SourceFile file) => $"{file.Path}: {file.Lines} lines";
}

using System.Xml.Linq;
using Xunit;

namespace Matchmaking.UnitTests.Architecture;

/// <summary>Heavy third-party code stays in the leaf projects, and nothing points from the business to the site.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Projects = new(StringComparer.Ordinal)
    {
        ["Matchmaking.Core"] = [],
        ["Matchmaking.Search"] = ["Matchmaking.Core"],
        ["Matchmaking.Scheduling"] = ["Matchmaking.Core"],
        ["Matchmaking.Web"] = ["Matchmaking.Core", "Matchmaking.Scheduling", "Matchmaking.Search"],
    };

    /// <summary>Beginnings of package and assembly names, and the only project that may use them.</summary>
    private static readonly Dictionary<string, string> Owners = new(StringComparer.Ordinal)
    {
        ["Google."] = "Matchmaking.Scheduling",
        ["Lucene."] = "Matchmaking.Search",
        ["Microsoft.ML."] = "Matchmaking.Search",
        ["HarfBuzzSharp"] = "Matchmaking.Web",
        ["MailKit"] = "Matchmaking.Web",
        ["Microsoft.AspNetCore."] = "Matchmaking.Web",
        ["OpenIddict.AspNetCore"] = "Matchmaking.Web",
        ["SkiaSharp"] = "Matchmaking.Web",
    };

    /// <summary>Stores of Identity: they bring its entities and no HTTP.</summary>
    private static readonly string[] Allowed = ["Microsoft.AspNetCore.Identity.EntityFrameworkCore"];

    public static TheoryData<string> Names => [.. Projects.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Project_refers_to_its_own_neighbours_only(string name)
    {
        var references = Project(name)
            .Descendants("ProjectReference")
            .Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Projects[name], references);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Project_leaves_packages_to_the_project_that_owns_them(string name) => Assert.Empty(Foreign(name, Packages(name)));

    [Theory]
    [InlineData(typeof(Core.Common.Entity))]
    public void Compiled_core_uses_nothing_that_belongs_to_another_project(Type any)
    {
        var used = any.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.Empty(Foreign("Matchmaking.Core", used));
    }

    [Fact]
    public void Only_the_site_is_built_on_the_web_framework() =>
        Assert.All(
            Projects.Keys.Where(name => name != "Matchmaking.Web"),
            name =>
            {
                Assert.Equal("Microsoft.NET.Sdk", Project(name).Root!.Attribute("Sdk")!.Value);
                Assert.Empty(Project(name).Descendants("FrameworkReference"));
            }
        );

    [Fact]
    public void Every_exception_is_made_for_a_package_in_use() =>
        Assert.Empty(Allowed.Except(Projects.Keys.Where(name => name != "Matchmaking.Web").SelectMany(Packages)));

    [Fact]
    public void Foreign_package_is_found_out() =>
        Assert.Equal(
            ["Lucene.Net", "Microsoft.AspNetCore.Http.Abstractions"],
            Foreign("Matchmaking.Core", ["Ical.Net", "Lucene.Net", Allowed[0], "Microsoft.AspNetCore.Http.Abstractions"])
        );

    private static IEnumerable<string> Foreign(string project, IEnumerable<string> names) =>
        names
            .Except(Allowed)
            .Where(name => Owners.Any(owner => name.StartsWith(owner.Key, StringComparison.Ordinal) && owner.Value != project))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Packages(string project) =>
        Project(project).Descendants("PackageReference").Select(item => item.Attribute("Include")!.Value);

    private static XDocument Project(string name) => XDocument.Load(Path.Combine(SourceTree.Root, "src", name, $"{name}.csproj"));
}

using Matchmaking.Core.Language.Glossary;
using Xunit;

namespace Matchmaking.UnitTests.Language.Glossary;

public sealed class GlossaryReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("glossary").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void New_concept_of_a_folder_is_found()
    {
        Write("batteries.tsv", "zzz-cell\t测试芯\t시험셀렌\tzzz cell\t8507.60|8506\tinput-of:battery");

        var glossary = ConceptGlossary.Read(folder);

        Assert.Empty(glossary.Problems);
        var concept = glossary.Find("zzz-cell")!;
        Assert.Equal("batteries", concept.Sector);
        Assert.Equal(["850760", "8506"], concept.HsCodes);
        Assert.Equal([new ConceptLink(ConceptRelation.InputOf, "battery")], concept.Links);
        Assert.Equal(["zzz-cell"], glossary.Finder.Find("구매: 시험셀렌을").Select(mention => mention.Concept.Id));
    }

    [Fact]
    public void Known_id_adds_to_its_concept()
    {
        Write("our-words.tsv", "battery\t测试电芯包|电池\t\tpower brick*\t\t", "zzz-thing\t测试物甲\t시험물건갑\tzzz thing\t\t");

        var glossary = ConceptGlossary.Read(folder);

        var (before, after) = (ConceptGlossary.Shipped.Find("battery")!, glossary.Find("battery")!);
        Assert.Empty(glossary.Problems);
        Assert.Equal([.. before.Zh, new ConceptTerm("测试电芯包", false)], after.Zh);
        Assert.Equal([.. before.En, new ConceptTerm("power brick", true)], after.En);
        Assert.Equal((before.Names, before.Sector), (after.Names, after.Sector));
        Assert.Equal(before.HsCodes, after.HsCodes);
        Assert.Equal("other", glossary.Find("zzz-thing")!.Sector);
        Assert.Null(ConceptGlossary.Shipped.Find("zzz-thing"));
    }

    [Theory]
    [InlineData("zzz\tx\ty\tz\t8507")] // five columns
    [InlineData("Zzz cell\tx\ty\tz\t\t")]
    [InlineData("zzz--cell\tx\ty\tz\t\t")]
    [InlineData("zzz-cell\tx\t\t\t\t")] // one language
    [InlineData("zzz-cell\tx\ty\tz\t\t\tno-sector")]
    [InlineData("zzz-cell\tx|\ty\tz\t\t")]
    [InlineData("zzz-cell\tx\ty\tz\t8599\t")]
    [InlineData("zzz-cell\tx\ty\tz\t\tmade-of:battery")]
    [InlineData("zzz-cell\tx\ty\tz\t\tpart-of:zzz-cell")]
    public void Bad_line_is_named_and_the_others_count(string line)
    {
        Write("food.tsv", "zzz-first\t测试物一\t시험물건일\tzzz first\t\t", line, "zzz-last\t测试物二\t시험물건이\tzzz last\t\t");

        var glossary = ConceptGlossary.Read(folder);

        var problem = Assert.Single(glossary.Problems);
        Assert.Equal(("food.tsv", 2), (problem.File, problem.Line));
        Assert.NotNull(glossary.Find("zzz-first"));
        Assert.NotNull(glossary.Find("zzz-last"));
        Assert.Null(glossary.Find("zzz-cell"));
    }

    [Fact]
    public void Two_languages_are_enough_and_a_seventh_column_names_the_sector()
    {
        Write("our-words.tsv", "zzz-thing\t𠮷𠮷板\t\tzzz thing\t\t\tdisplays");

        var glossary = ConceptGlossary.Read(folder);

        Assert.Empty(glossary.Problems);
        Assert.Equal("displays", glossary.Find("zzz-thing")!.Sector);
        Assert.Equal("zzz-thing", Assert.Single(glossary.Finder.Find("供应𠮷𠮷板")).Concept.Id);
    }

    [Fact]
    public void Link_to_nowhere_is_named_and_left_out()
    {
        Write(
            "food.tsv",
            "zzz-first\t测试物一\t시험물건일\tzzz first\t\tpart-of:zzz-last|part-of:zzz-none",
            "zzz-last\t测试物二\t시험물건이\tzzz last\t\t"
        );

        var glossary = ConceptGlossary.Read(folder);

        Assert.Equal(("food.tsv", 1), Assert.Single(glossary.Problems.Select(problem => (problem.File, problem.Line))));
        Assert.Equal(["zzz-last"], glossary.Find("zzz-first")!.Links.Select(link => link.Target));
    }

    [Fact]
    public void Missing_folder_and_unreadable_file_are_named()
    {
        Assert.Equal(0, Assert.Single(ConceptGlossary.Read(Path.Combine(folder, "none")).Problems).Line);
        File.WriteAllBytes(Path.Combine(folder, "food.tsv"), [0xC3, 0x28]);
        Assert.Equal("food.tsv", Assert.Single(ConceptGlossary.Read(folder).Problems).File);
    }

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(folder, file), lines);
}

using Matchmaking.Core.Language.Glossary;
using Xunit;

namespace Matchmaking.UnitTests.Language.Glossary;

public sealed class CurrentGlossaryTests
{
    [Fact]
    public void Added_concept_of_two_languages_is_found_and_named_in_the_third_by_what_there_is()
    {
        var glossary = ConceptGlossary.Shipped.With([Concept("own-zirco", ["锆甲板"], ["지르갑판"])]);

        var found = Assert.Single(glossary.Finder.Find("공급: 지르갑판을")).Concept;

        Assert.Equal("own-zirco", found.Id);
        Assert.Equal("锆甲板", found.Names.For(Core.Common.LanguageCode.En));
        Assert.Null(ConceptGlossary.Shipped.Find("own-zirco"));
    }

    [Fact]
    public void Known_id_adds_behind_what_its_concept_has()
    {
        var before = ConceptGlossary.Shipped.Find("lithium-hydroxide")!;

        var after = ConceptGlossary
            .Shipped.With([Concept("lithium-hydroxide", ["锂羟新名", before.Zh[0].Text], [])])
            .Find("lithium-hydroxide")!;

        Assert.Equal([.. before.Zh.Select(term => term.Text), "锂羟新名"], after.Zh.Select(term => term.Text));
        Assert.Equal((before.Names, before.Sector), (after.Names, after.Sector));
        Assert.Equal(before.Links, after.Links);
    }

    [Fact]
    public void Word_of_two_concepts_means_both_and_is_ambiguous()
    {
        var glossary = ConceptGlossary.Shipped.With([Concept("own-other", ["氢氧化锂"], ["다른것갑"])]);

        var mentions = glossary.Finder.Find("氢氧化锂");

        Assert.Equal(["lithium-hydroxide", "own-other"], mentions.Select(mention => mention.Concept.Id));
        Assert.All(mentions, mention => Assert.True(mention.IsAmbiguous));
        Assert.False(Assert.Single(ConceptGlossary.Shipped.Finder.Find("氢氧化锂")).IsAmbiguous);
    }

    [Fact]
    public void Longer_added_term_is_preferred_to_a_known_one_inside_it()
    {
        var glossary = ConceptGlossary.Shipped.With([Concept("own-hydrate", ["氢氧化锂单水"], ["수산리튬일수"])]);

        Assert.Equal(["own-hydrate"], glossary.Finder.Find("供应氢氧化锂单水").Select(mention => mention.Concept.Id));
    }

    [Fact]
    public void Later_value_takes_the_place_and_an_earlier_one_that_comes_late_does_not()
    {
        var current = new CurrentGlossary(ConceptGlossary.Shipped);
        var held = current.Value;

        current.Replace([Concept("own-two", ["锆乙板"], ["지르을판"])], 2);
        current.Replace([Concept("own-one", ["锆丙板"], ["지르병판"])], 1);

        Assert.Equal(2, current.Version);
        Assert.NotNull(current.Value.Find("own-two"));
        Assert.Null(current.Value.Find("own-one"));
        Assert.Null(held.Find("own-two"));
        current.Replace([], 3);
        Assert.Equal(held.Concepts.Count, current.Value.Concepts.Count);
    }

    private static Concept Concept(string id, string[] zh, string[] ko) =>
        new(id, "other", [.. zh.Select(ConceptTerm.Parse)], [.. ko.Select(ConceptTerm.Parse)], [], [], []);
}

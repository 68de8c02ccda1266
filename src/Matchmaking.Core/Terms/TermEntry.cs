using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Terms;

/// <summary>Words that an agency has taught this site: a concept of their own, or further terms of one that the glossary has.</summary>
public sealed class TermEntry : Entity
{
    public const int ConceptLimit = 80;

    /// <summary>More than people keep in view; the finder holds all of them in memory.</summary>
    public const int CountLimit = 10_000;

    private const int FormerLimit = 200;

    private TermEntry() { }

    public TermEntryId Id { get; private init; }

    /// <summary>Id of the concept in the glossary; unique, and the same for life, since listings strike concepts out by it.</summary>
    public string Concept { get; private init; } = string.Empty;

    public TermContent Content { get; private set; } = new();

    /// <summary>All terms as the site compares words, to find an entry by.</summary>
    public string Words { get; private set; } = string.Empty;

    /// <summary>Terms that it had since listings were last read for it: what says them has to be read again as well.</summary>
    public IReadOnlyList<string> Former { get; private set; } = [];

    public DateTime CreatedAt { get; private init; }

    public Guid CreatedBy { get; private init; }

    public DateTime ChangedAt { get; private set; }

    public Guid ChangedBy { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    /// <summary>The version with which the listings that say its terms were last read.</summary>
    public long AppliedVersion { get; private set; }

    public static TermEntry Create(string concept, TermContent content, Guid author, DateTime now)
    {
        var entry = new TermEntry
        {
            Id = TermEntryId.New(),
            Concept = concept,
            CreatedAt = now,
            CreatedBy = author,
        };
        entry.Write(content, author, now);
        return entry;
    }

    public void Change(TermContent content, Guid author, DateTime now)
    {
        Former = [.. (AppliedVersion == Version ? [] : Former).Union(Content.Terms.Except(content.Terms)).TakeLast(FormerLimit)];
        Write(content, author, now);
    }

    /// <summary>What was removed comes back with these terms alone.</summary>
    public void Add(TermContent content, Guid author, DateTime now)
    {
        Change(RemovedAt is null ? Content.And(content) : content, author, now);
        RemovedAt = null;
    }

    public void Remove(Guid author, DateTime now)
    {
        RemovedAt ??= now;
        (ChangedBy, ChangedAt) = (author, now);
    }

    public void Restore(Guid author, DateTime now)
    {
        RemovedAt = null;
        (ChangedBy, ChangedAt) = (author, now);
    }

    internal Concept ToConcept() => Content.ToConcept(Concept);

    /// <summary>With every term that a listing may have been read by.</summary>
    internal Concept ToFormerConcept() => (Content with { Zh = [.. Content.Zh.Union(Former)] }).ToConcept(Concept);

    private void Write(TermContent content, Guid author, DateTime now)
    {
        Content = content;
        Words = TextNormalizer.Fold(string.Join('\n', content.Terms.Append(Concept)));
        (ChangedBy, ChangedAt) = (author, now);
    }
}

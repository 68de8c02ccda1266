using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language.Glossary;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Terms;

/// <summary>Teaches the site new words: a concept of their own, or further terms of a known one.</summary>
public sealed class AddTerm(AppDbContext db, CurrentGlossary glossary, FindKnownTerms known, SaveTerms save, TimeProvider clock)
{
    /// <summary>The choice of a concept of its own although some of the words are known.</summary>
    public const string NewConcept = "new";

    /// <param name="target">Id of the concept that it adds to, <see cref="NewConcept"/>, or null as long as nobody has asked.</param>
    public async Task<Result> ExecuteAsync(TermInput input, string? target, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayTeach())
        {
            return Error.NotFound;
        }

        var concept = target is null or NewConcept ? null : glossary.Value.Find(target);
        var content = input.Check(extends: concept is not null);
        if (!content.Succeeded)
        {
            return content;
        }

        if (concept is null && target != NewConcept && known.Execute(content.Value, except: null).Count > 0)
        {
            return TermErrors.Known;
        }

        if (await db.Set<TermEntry>().CountAsync(cancellationToken) >= TermEntry.CountLimit)
        {
            return TermErrors.Full;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (concept is not null)
        {
            return await ExtendAsync(concept, content.Value, actor, now, cancellationToken);
        }

        var id = ConceptIds.New(content.Value, id => glossary.Value.Find(id) is not null);
        var entry = TermEntry.Create(id, content.Value, actor.UserId, now);
        db.Add(entry);
        save.Audit(AuditActions.TermAdded, entry, actor, now);
        return await save.ExecuteAsync(cancellationToken);
    }

    private async Task<Result> ExtendAsync(
        Concept concept,
        TermContent content,
        Actor actor,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var there = known.Execute(content, except: null).Where(item => item.Concept.Id == concept.Id).Select(item => item.Term);
        var further = content.Without(there.ToHashSet(StringComparer.Ordinal));
        if (!further.Terms.Any() && !further.HsCodes.Except(concept.HsCodes).Any())
        {
            return TermErrors.NothingNew;
        }

        var entry = await db.Set<TermEntry>().SingleOrDefaultAsync(entry => entry.Concept == concept.Id, cancellationToken);
        if (entry is null)
        {
            entry = TermEntry.Create(concept.Id, further, actor.UserId, now);
            db.Add(entry);
            save.Audit(AuditActions.TermAdded, entry, actor, now);
        }
        else
        {
            entry.Add(further, actor.UserId, now);
            save.Audit(AuditActions.TermChanged, entry, actor, now);
        }

        return await save.ExecuteAsync(cancellationToken);
    }
}

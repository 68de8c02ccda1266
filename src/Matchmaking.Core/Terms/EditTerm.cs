using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Language.Glossary;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Terms;

public sealed class EditTerm(AppDbContext db, CurrentGlossary glossary, FindKnownTerms known, SaveTerms save, TimeProvider clock)
{
    /// <param name="version">The version that the form was filled from.</param>
    /// <param name="target"><see cref="AddTerm.NewConcept"/> when words that another concept has are meant to be in both.</param>
    public async Task<Result> ExecuteAsync(
        TermEntryId id,
        long version,
        TermInput input,
        string? target,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var entry = actor.MayTeach()
            ? await db.Set<TermEntry>().SingleOrDefaultAsync(entry => entry.Id == id && entry.RemovedAt == null, cancellationToken)
            : null;
        if (entry is null)
        {
            return Error.NotFound;
        }

        var content = input.Check(extends: glossary.Built.Find(entry.Concept) is not null);
        if (!content.Succeeded)
        {
            return content;
        }

        if (entry.Version != version)
        {
            return await db.ChangedByAsync(entry.ChangedBy, entry.ChangedAt, cancellationToken);
        }

        var added = content.Value.Without(entry.Content.Terms.ToHashSet(StringComparer.Ordinal));
        if (target != AddTerm.NewConcept && known.Execute(added, entry.Concept).Count > 0)
        {
            return TermErrors.Known;
        }

        if (content.Value.Says(entry.Content))
        {
            return Result.Success;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        entry.Change(content.Value, actor.UserId, now);
        save.Audit(AuditActions.TermChanged, entry, actor, now);
        return await save.ExecuteAsync(cancellationToken);
    }
}

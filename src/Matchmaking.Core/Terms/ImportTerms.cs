using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language.Glossary;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Terms;

/// <summary>
/// Loads lines of a glossary file. A line with the id of a known concept adds to it; one whose words a concept has all of is left out;
/// a bad line is named, and the others are loaded.
/// </summary>
public sealed class ImportTerms(AppDbContext db, CurrentGlossary glossary, FindKnownTerms known, SaveTerms save, TimeProvider clock)
{
    private const string MarkOfBytes = "\uFEFF";

    public async Task<Result<TermImport>> ExecuteAsync(TextReader file, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayTeach())
        {
            return Error.NotFound;
        }

        var entries = await db.Set<TermEntry>().ToDictionaryAsync(entry => entry.Concept, StringComparer.Ordinal, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var (saved, same, problems) = (new HashSet<TermEntry>(), 0, new List<TermProblem>());
        for (var number = 1; await file.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var row = Read(number == 1 && line.StartsWith(MarkOfBytes, StringComparison.Ordinal) ? line[1..] : line);
            problems.AddRange(row.Errors.Select(error => new TermProblem(number, error)));
            if (row.Content is not { } content)
            {
                continue;
            }

            if (Further(row.Concept, content, entries) is not { } further)
            {
                same++;
            }
            else if (entries.TryGetValue(row.Concept, out var entry))
            {
                entry.Add(further, actor.UserId, now);
                saved.Add(entry);
            }
            else if (entries.Count < TermEntry.CountLimit)
            {
                entry = TermEntry.Create(row.Concept, further, actor.UserId, now);
                db.Add(entry);
                entries.Add(row.Concept, entry);
                saved.Add(entry);
            }
            else
            {
                problems.Add(new TermProblem(number, TermErrors.Full));
            }
        }

        foreach (var entry in saved)
        {
            save.Audit(AuditActions.TermImported, entry, actor, now);
        }

        var result = saved.Count == 0 ? Result.Success : await save.ExecuteAsync(cancellationToken);
        return result.Succeeded ? new TermImport(saved.Count, same, problems) : Result<TermImport>.Failure(result.Errors);
    }

    private Row Read(string line)
    {
        var fields = line.Split('\t');
        if (fields.Length is not (GlossaryLine.Columns or GlossaryLine.Columns + 1))
        {
            return new Row(string.Empty, null, [TermErrors.WrongColumns]);
        }

        var id = fields[0].Trim();
        if (!GlossaryLine.IsId(id))
        {
            return new Row(id, null, [TermErrors.BadConcept(id)]);
        }

        var input = new TermInput
        {
            Zh = fields[1],
            Ko = fields[2],
            En = fields[3],
            HsCodes = fields[4],
            Sector = fields.Length > GlossaryLine.Columns ? fields[GlossaryLine.Columns] : string.Empty,
        };
        var content = input.Check(extends: glossary.Value.Find(id) is not null);
        return content.Succeeded
            ? new Row(id, content.Value, fields[5].Trim().Length > 0 ? [TermErrors.LinksLeftOut] : [])
            : new Row(id, null, content.Errors);
    }

    /// <summary>What the line adds; null for nothing.</summary>
    private TermContent? Further(string concept, TermContent content, Dictionary<string, TermEntry> entries)
    {
        var there = known.Execute(content, except: null);
        if (entries.TryGetValue(concept, out var entry) && entry.RemovedAt is null)
        {
            there = [.. there.Where(item => item.Concept.Id == concept)];
            content = content with { HsCodes = [.. content.HsCodes.Except(entry.Content.HsCodes)] };
        }
        else if (glossary.Built.Find(concept) is { } built)
        {
            there = [.. there.Where(item => item.Concept.Id == concept)];
            content = content with { HsCodes = [.. content.HsCodes.Except(built.HsCodes)] };
        }
        else
        {
            var whole = there
                .GroupBy(item => item.Concept.Id)
                .Any(group => group.DistinctBy(item => item.Term).Count() == content.Terms.Count());
            return whole ? null : content;
        }

        var further = content.Without(there.Select(item => item.Term).ToHashSet(StringComparer.Ordinal));
        return further.Terms.Any() || further.HsCodes.Count > 0 ? further : null;
    }

    private sealed record Row(string Concept, TermContent? Content, IReadOnlyList<Error> Errors);
}

/// <param name="Saved">Entries that were added or that grew.</param>
/// <param name="Same">Lines that brought nothing new.</param>
public sealed record TermImport(int Saved, int Same, IReadOnlyList<TermProblem> Problems);

/// <param name="Line">Counted from 1.</param>
public sealed record TermProblem(int Line, Error Error);

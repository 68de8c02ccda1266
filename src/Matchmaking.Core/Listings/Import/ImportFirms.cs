using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Listings.Import;

/// <param name="DryRun">Everything is checked and counted, and nothing is kept.</param>
/// <param name="Publish">Listings go through all steps to publication; otherwise they wait as drafts.</param>
public sealed record ImportOptions(bool DryRun, bool Publish);

/// <summary>
/// Takes firms and their listings from a file. A firm is known again by its registration number, else by its id in the file; a listing by
/// its id within the firm. What a row leaves empty stays as it is, so that the same file twice changes nothing.
/// </summary>
public sealed class ImportFirms(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    private const int BatchSize = 250;

    /// <param name="progress">Told the rows read so far, after each batch.</param>
    public async Task<ImportReport> ExecuteAsync(
        IAsyncEnumerable<ReadRow> rows,
        ImportOptions options,
        IProgress<int>? progress,
        CancellationToken cancellationToken
    )
    {
        var run = new Run(options);
        var known = new KnownFirms(db, keep: options.DryRun);
        await foreach (var batch in rows.Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            await TakeAsync(batch, run, known, cancellationToken);
            progress?.Report(run.Read);
        }

        return new ImportReport(run.Read, run.Created, run.Updated, run.Unchanged, run.Refused);
    }

    private async Task TakeAsync(ReadRow[] batch, Run run, KnownFirms known, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var plans = new List<FirmPlan>();
        foreach (var read in batch)
        {
            run.Read++;
            Result plan = read.Row.Succeeded ? FirmRowReading.Read(read.Row.Value, now) : read.Row;
            run.Refused.AddRange(plan.Errors.Select(error => new RefusedRow(read.Number, error)));
            if (plan is Result<FirmPlan> { Succeeded: true } good)
            {
                plans.Add(good.Value);
            }
        }

        await known.LoadAsync(plans, cancellationToken);
        foreach (var plan in plans)
        {
            Take(plan, run, known, now);
        }

        if (!run.Options.DryRun)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    private void Take(FirmPlan plan, Run run, KnownFirms known, DateTime now)
    {
        var firm = known.Find(plan);
        if (firm is null)
        {
            firm = known.Add(FirmWriting.Create(plan, now), plan);
            var added = ListingWriting.Write(firm, plan, run.Options.Publish, now);
            run.Created++;
            run.Refused.AddRange(added.Errors.Select(error => new RefusedRow(plan.RowNumber, error)));
            outbox.Add(CompanyEvents.OfChange(firm.Company.Id));
            return;
        }

        if (RefusalOf(firm, plan, run.Options) is { } refusal)
        {
            run.Refused.Add(new RefusedRow(plan.RowNumber, refusal));
            return;
        }

        var identified = plan.RegistrationNumber is { } number && firm.Company.Identify(number);
        if (identified)
        {
            known.Remember(firm);
        }

        var edited = FirmWriting.Update(firm.Company, plan, now);
        var written = ListingWriting.Write(firm, plan, run.Options.Publish, now);
        run.Refused.AddRange(written.Errors.Select(error => new RefusedRow(plan.RowNumber, error)));
        if (!identified && !edited && written.Changed == 0)
        {
            run.Unchanged += written.Errors.Count == 0 ? 1 : 0;
            return;
        }

        run.Updated++;
        if (!edited)
        {
            firm.Company.RaiseIndexVersion();
        }

        outbox.Add(CompanyEvents.OfChange(firm.Company.Id));
    }

    private static Error? RefusalOf(KnownFirm firm, FirmPlan plan, ImportOptions options)
    {
        if (firm.Company.RegistrationNumber is { } number && plan.RegistrationNumber is not null && number != plan.RegistrationNumber)
        {
            return ImportErrors.OtherNumber(number.ToString());
        }

        var changes = FirmWriting.Differs(firm.Company, plan) || ListingWriting.Differs(firm, plan, options.Publish);
        return firm.IsClaimed && changes ? ImportErrors.FirmIsClaimed : null;
    }

    private sealed class Run(ImportOptions options)
    {
        public ImportOptions Options { get; } = options;

        public List<RefusedRow> Refused { get; } = [];

        public int Read { get; set; }

        public int Created { get; set; }

        public int Updated { get; set; }

        public int Unchanged { get; set; }
    }
}

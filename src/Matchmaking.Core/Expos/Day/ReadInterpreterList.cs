using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Day;

/// <summary>The meetings at which one interpreter interprets, for whoever has the secret address: they have no account.</summary>
public sealed class ReadInterpreterList(AppDbContext db)
{
    /// <param name="code">As in <see cref="ExpoInterpreter.ListCode"/>.</param>
    public async Task<Result<InterpreterList>> ExecuteAsync(string code, CancellationToken cancellationToken)
    {
        var interpreter = await db.Set<ExpoInterpreter>()
            .AsNoTracking()
            .SingleOrDefaultAsync(item => item.ListCode == code, cancellationToken);
        if (interpreter is null)
        {
            return Error.NotFound;
        }

        var expo = await db.Set<Expo>().AsNoTracking().SingleAsync(item => item.Id == interpreter.ExpoId, cancellationToken);
        return new InterpreterList(
            expo.Profile,
            interpreter,
            expo.State >= ExpoState.Published,
            expo.State >= ExpoState.Published ? await db.InterpretedAsync(expo.Id, expo.ShownDraft, interpreter.Id, cancellationToken) : [],
            await db.FirmsOfAsync(expo.Id, cancellationToken)
        );
    }
}

/// <param name="Meetings">As they stand now, in time order; none before the publication.</param>
/// <param name="Names">Of the firms of the expo.</param>
public sealed record InterpreterList(
    ExpoProfile Profile,
    ExpoInterpreter Interpreter,
    bool IsPublished,
    IReadOnlyList<PlannedMeeting> Meetings,
    IReadOnlyDictionary<CompanyId, LocalizedText> Names
);

/// <summary>Gives an interpreter another address, when the one before has come into wrong hands.</summary>
public sealed class RenewListCode(ChangeExpo change)
{
    public Task<Result> ExecuteAsync(ExpoId id, Guid interpreter, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            actor,
            Auditing.AuditActions.ExpoInterpreterAddressRenewed,
            ExpoState.Finished,
            (expo, _) => expo.RenewListCode(interpreter),
            expo => expo.Interpreters.FirstOrDefault(item => item.Id == interpreter)?.Name,
            cancellationToken
        );
}

using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Identity;

public sealed record Registration(string Name, string Email, string Password, LanguageCode Language);

/// <summary>
/// Opens an account that waits for its confirmation. An address that has one already gets the same answer here and learns by
/// mail what happened. Who registers an unconfirmed address again replaces the password: otherwise whoever came first could
/// have set a password for somebody else's confirmation.
/// </summary>
public sealed class RegisterPerson(UserManager<AppUser> users, AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(Registration form, CancellationToken cancellationToken)
    {
        var person = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = form.Email,
            Email = form.Email,
            DisplayName = form.Name,
            Language = form.Language,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        foreach (var rule in users.PasswordValidators)
        {
            if (await rule.ValidateAsync(users, person, form.Password) is { Succeeded: false } refused)
            {
                return Result.Failure(IdentityErrors.From(refused));
            }
        }

        return await users.FindByEmailAsync(form.Email) switch
        {
            null => await CreateAsync(person, form.Password),
            { EmailConfirmed: false } waiting => await ReplaceAsync(waiting, form),
            { } known => await TellAsync(known, form.Password, cancellationToken),
        };
    }

    private async Task<Result> CreateAsync(AppUser person, string password)
    {
        outbox.Add(IdentityEvents.Of(IdentityEvents.ConfirmationAsked, person.Id));
        try
        {
            return await users.CreateAsync(person, password) is { Succeeded: false } refused ? db.Refuse(refused) : Result.Success;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            // The same form sent twice: the other one has opened the account and written the mail.
            return Result.Success;
        }
    }

    private async Task<Result> ReplaceAsync(AppUser waiting, Registration form)
    {
        waiting.DisplayName = form.Name;
        waiting.Language = form.Language;
        waiting.PasswordHash = users.PasswordHasher.HashPassword(waiting, form.Password);
        outbox.Add(IdentityEvents.Of(IdentityEvents.ConfirmationAsked, waiting.Id));
        return await users.UpdateSecurityStampAsync(waiting) is { Succeeded: false } refused ? db.Refuse(refused) : Result.Success;
    }

    private async Task<Result> TellAsync(AppUser known, string password, CancellationToken cancellationToken)
    {
        // The hash is not kept: it costs the time that a new account costs.
        _ = users.PasswordHasher.HashPassword(known, password);
        outbox.Add(IdentityEvents.Of(IdentityEvents.RegisteredAgain, known.Id));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

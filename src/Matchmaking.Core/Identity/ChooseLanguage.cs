using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Identity;

/// <summary>Keeps the language that a person reads: for the next sign-in, on whatever machine, and for mails.</summary>
public sealed class ChooseLanguage(AppDbContext db)
{
    public Task ExecuteAsync(LanguageCode language, Actor actor, CancellationToken cancellationToken) =>
        db
            .Users.Where(user => user.Id == actor.UserId && user.Language != language)
            .ExecuteUpdateAsync(user => user.SetProperty(person => person.Language, language), cancellationToken);
}

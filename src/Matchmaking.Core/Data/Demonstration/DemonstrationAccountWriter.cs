using Matchmaking.Core.Identity;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Core.Data.Demonstration;

/// <summary>The people of the demonstration data, confirmed, and with the published password where they sign in.</summary>
public sealed class DemonstrationAccountWriter(UserManager<AppUser> users)
{
    /// <summary>Creates who is missing, and saves each at once.</summary>
    internal async Task<IReadOnlyList<(DemonstrationAccount Account, Guid UserId)>> EnsureAsync(DateTime now)
    {
        var people = new List<(DemonstrationAccount Account, Guid UserId)>();
        foreach (var account in DemonstrationData.Accounts.Concat(DemonstrationData.Contacts))
        {
            var user = await users.FindByEmailAsync(account.Email) ?? await CreateAsync(account, now);
            people.Add((account, user.Id));
        }

        return people;
    }

    private async Task<AppUser> CreateAsync(DemonstrationAccount account, DateTime now)
    {
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = account.Email,
            Email = account.Email,
            EmailConfirmed = true,
            DisplayName = account.Name,
            Language = account.Language,
            IsAdministrator = account.IsAdministrator,
            CreatedAt = now,
        };
        var created = account.Part.Length > 0 ? await users.CreateAsync(user, DemonstrationData.Password) : await users.CreateAsync(user);
        return created.Succeeded
            ? user
            : throw new InvalidOperationException(
                $"{account.Email}: {string.Join(' ', created.Errors.Select(error => error.Description))}"
            );
    }
}

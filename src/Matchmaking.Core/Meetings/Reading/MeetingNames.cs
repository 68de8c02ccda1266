using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

public sealed record MeetingPerson(Guid Id, string Name);

public sealed record MeetingFirm(CompanyId Id, Country Country, LocalizedText Names);

/// <summary>What a meeting is about, in the writer's words.</summary>
public sealed record MeetingSubject(string Text, LanguageCode Language)
{
    private const int ShortLength = 60;

    /// <summary>As much as fits into a line, never half a character.</summary>
    public string Short =>
        Text.Length <= ShortLength
            ? Text
            : string.Concat(Text.AsSpan(0, char.IsHighSurrogate(Text[ShortLength - 1]) ? ShortLength - 1 : ShortLength), "…");
}

internal static class MeetingNames
{
    public static Task<Dictionary<CompanyId, MeetingFirm>> FirmsAsync(
        this AppDbContext db,
        IReadOnlyCollection<CompanyId> ids,
        CancellationToken cancellationToken
    ) =>
        db
            .Companies.AsNoTracking()
            .Where(company => ids.Contains(company.Id))
            .Select(company => new MeetingFirm(company.Id, company.Country, company.Profile.Names))
            .ToDictionaryAsync(firm => firm.Id, cancellationToken);

    public static Task<Dictionary<Guid, MeetingPerson>> PeopleAsync(
        this AppDbContext db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        db
            .Users.AsNoTracking()
            .Where(user => ids.Contains(user.Id))
            .Select(user => new MeetingPerson(user.Id, user.DisplayName))
            .ToDictionaryAsync(person => person.Id, cancellationToken);

    /// <summary>In the reader's alphabet: pinyin for a Chinese one, hangul first for a Korean one.</summary>
    public static async Task<List<MeetingPerson>> MembersAsync(
        this AppDbContext db,
        CompanyId company,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await db
                    .Memberships.AsNoTracking()
                    .Where(member => member.CompanyId == company)
                    .Join(db.Users, member => member.UserId, user => user.Id, (_, user) => new MeetingPerson(user.Id, user.DisplayName))
                    .ToListAsync(cancellationToken)
            ).OrderBy(person => person.Name, StringComparer.CurrentCulture),
        ];
}

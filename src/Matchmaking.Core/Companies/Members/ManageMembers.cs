using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Members;

/// <summary>Makes a member an owner, or an owner a member. One owner always stays.</summary>
public sealed class ChangeMemberRole(AppDbContext db)
{
    public async Task<Result> ExecuteAsync(MembershipId id, MembershipRole role, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsOwner || await db.ColleagueAsync(id, actor, cancellationToken) is not { } membership)
        {
            return Error.NotFound;
        }

        if (role != MembershipRole.Owner && await db.IsLastOwnerAsync(membership, cancellationToken))
        {
            return InvitationErrors.LastOwner;
        }

        membership.Role = role;
        return await db.SaveMembersAsync(membership, cancellationToken);
    }
}

/// <summary>An owner removes somebody, or anybody leaves. One owner always stays, and what the person was to do passes to others.</summary>
public sealed class RemoveMember(AppDbContext db, IEnumerable<IMemberDuty> duties)
{
    public async Task<Result> ExecuteAsync(MembershipId id, Actor actor, CancellationToken cancellationToken)
    {
        if (
            await db.ColleagueAsync(id, actor, cancellationToken) is not { } membership
            || (!actor.IsOwner && membership.UserId != actor.UserId)
        )
        {
            return Error.NotFound;
        }

        if (await db.IsLastOwnerAsync(membership, cancellationToken))
        {
            return InvitationErrors.LastOwner;
        }

        foreach (var duty in duties)
        {
            var handedOver = await duty.HandOverAsync(membership, actor, cancellationToken);
            if (!handedOver.Succeeded)
            {
                return handedOver;
            }
        }

        db.Memberships.Remove(membership);
        try
        {
            return await db.SaveMembersAsync(membership, cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            // The successor's time was taken at this moment.
            return Error.Stale;
        }
    }
}

/// <summary>The person acts for another of the firms and agencies that they belong to.</summary>
public sealed class SwitchMembership(AppDbContext db)
{
    public async Task<Result> ExecuteAsync(MembershipId id, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.Memberships.AnyAsync(item => item.Id == id && item.UserId == actor.UserId, cancellationToken))
        {
            return Error.NotFound;
        }

        await db.ActAsAsync(actor.UserId, id, cancellationToken);
        return Result.Success;
    }
}

internal static class Colleagues
{
    /// <summary>
    /// Null outside the actor's firm. Reads the firm's row first: whoever changes the members in between writes it, and this save is stale.
    /// </summary>
    public static async Task<Membership?> ColleagueAsync(
        this AppDbContext db,
        MembershipId id,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (actor.CompanyId is not { } company)
        {
            return null;
        }

        await db.Companies.Where(item => item.Id == company).LoadAsync(cancellationToken);
        return await db.Memberships.SingleOrDefaultAsync(item => item.Id == id && item.CompanyId == company, cancellationToken);
    }

    public static async Task<bool> IsLastOwnerAsync(this AppDbContext db, Membership membership, CancellationToken cancellationToken) =>
        membership.Role == MembershipRole.Owner
        && !await db.Memberships.AnyAsync(
            item => item.CompanyId == membership.CompanyId && item.Id != membership.Id && item.Role == MembershipRole.Owner,
            cancellationToken
        );

    public static Task<Result> SaveMembersAsync(this AppDbContext db, Membership membership, CancellationToken cancellationToken)
    {
        db.Companies.Local.Single(company => company.Id == membership.CompanyId).ChangeMembers();
        return db.SaveOrStaleAsync(cancellationToken);
    }
}

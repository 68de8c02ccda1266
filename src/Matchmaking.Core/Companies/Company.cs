using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>A firm of either country.</summary>
public sealed class Company : Entity
{
    private readonly List<Evidence> evidence = [];

    private Company() { }

    public CompanyId Id { get; private init; }

    public Country Country { get; private init; }

    /// <summary>Null for a firm that came from a product list: nobody has claimed it yet.</summary>
    public RegistrationNumber? RegistrationNumber { get; private set; }

    /// <summary>The identifier in the file that it came from, or null; unique within its country.</summary>
    public string? ExternalReference { get; private init; }

    public CompanyProfile Profile { get; private set; } = null!;

    public ContactDetails Contact { get; private set; } = null!;

    public DateTime CreatedAt { get; private init; }

    /// <summary>
    /// Rises with each edit of profile and contact. A form that was opened at an older one is stale; <see cref="Entity.Version"/> would
    /// not do, since it also rises when a listing goes live.
    /// </summary>
    public int ProfileRevision { get; private set; }

    public DateTime ProfileChangedAt { get; private set; }

    /// <summary>Null when an import wrote it.</summary>
    public Guid? ProfileChangedBy { get; private set; }

    /// <summary>Rises with every change of roles, so that two owners who remove each other at once collide on this row.</summary>
    public int MembersRevision { get; private set; }

    /// <summary>Rises with each change that the partner index must show; the index drops whatever is older.</summary>
    public long IndexVersion { get; private set; }

    /// <summary>What agencies have checked, newest last.</summary>
    public IReadOnlyList<Evidence> Evidence => evidence;

    public static Company Register(
        Country country,
        RegistrationNumber? number,
        CompanyProfile profile,
        ContactDetails contact,
        DateTime now,
        Guid? author = null,
        string? externalReference = null
    ) =>
        new()
        {
            Id = CompanyId.New(),
            Country = country,
            RegistrationNumber = number,
            ExternalReference = externalReference,
            Profile = profile,
            Contact = contact,
            CreatedAt = now,
            ProfileRevision = 1,
            ProfileChangedAt = now,
            ProfileChangedBy = author,
            IndexVersion = 1,
        };

    /// <summary>What an agency had checked under another name, or at another place, no longer stands.</summary>
    public void Edit(CompanyProfile profile, ContactDetails contact, DateTime now, Guid? author = null)
    {
        foreach (var item in evidence.Where(item => item.IsValid(now) && Outdates(item.Claim, profile)))
        {
            item.Revoke(EvidenceRevocation.ProfileChanged, now);
        }

        Profile = profile;
        Contact = contact;
        ProfileRevision++;
        ProfileChangedAt = now;
        ProfileChangedBy = author;
        RaiseIndexVersion();
    }

    /// <summary>Gives its number to a firm that came without one.</summary>
    /// <returns>False when it has one already.</returns>
    public bool Identify(RegistrationNumber number)
    {
        if (RegistrationNumber is not null)
        {
            return false;
        }

        RegistrationNumber = number;
        RaiseIndexVersion();
        return true;
    }

    public void RecordEvidence(Evidence item)
    {
        evidence.Add(item);
        RaiseIndexVersion();
    }

    public Result RevokeEvidence(int id, DateTime now)
    {
        if (evidence.Find(item => item.Id == id && item.RevokedAt is null) is not { } item)
        {
            return Error.NotFound;
        }

        item.Revoke(EvidenceRevocation.Agency, now);
        RaiseIndexVersion();
        return Result.Success;
    }

    public void ChangeMembers() => MembersRevision++;

    /// <summary>Called by every change to the firm or to one of its listings, in the same transaction.</summary>
    public void RaiseIndexVersion() => IndexVersion++;

    /// <summary>"Verified" means that the firm's existence is evidenced today; pages say by whom and when.</summary>
    public bool IsVerified(DateTime now) => evidence.Exists(item => item.Claim == EvidenceClaim.Existence && item.IsValid(now));

    private bool Outdates(EvidenceClaim claim, CompanyProfile next) =>
        claim switch
        {
            EvidenceClaim.Existence or EvidenceClaim.Representative => next.Names != Profile.Names,
            EvidenceClaim.Address => next.Region != Profile.Region,
            _ => false,
        };
}

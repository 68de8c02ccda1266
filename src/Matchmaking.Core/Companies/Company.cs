using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>A firm of either country.</summary>
public sealed class Company : Entity
{
    private readonly List<Evidence> evidence = [];

    private Company() { }

    public CompanyId Id { get; private init; }

    public Country Country { get; private init; }

    public RegistrationNumber RegistrationNumber { get; private init; } = null!;

    public CompanyProfile Profile { get; private set; } = null!;

    public ContactDetails Contact { get; private set; } = null!;

    public DateTime CreatedAt { get; private init; }

    /// <summary>Rises with each change that the partner index must show; the index drops whatever is older.</summary>
    public long IndexVersion { get; private set; }

    /// <summary>What agencies have checked, newest last.</summary>
    public IReadOnlyList<Evidence> Evidence => evidence;

    public static Company Register(
        Country country,
        RegistrationNumber number,
        CompanyProfile profile,
        ContactDetails contact,
        DateTime now
    ) =>
        new()
        {
            Id = CompanyId.New(),
            Country = country,
            RegistrationNumber = number,
            Profile = profile,
            Contact = contact,
            CreatedAt = now,
            IndexVersion = 1,
        };

    public void Edit(CompanyProfile profile, ContactDetails contact)
    {
        Profile = profile;
        Contact = contact;
        RaiseIndexVersion();
    }

    public void RecordEvidence(Evidence item)
    {
        evidence.Add(item);
        RaiseIndexVersion();
    }

    /// <summary>Called by every change to the firm or to one of its listings, in the same transaction.</summary>
    public void RaiseIndexVersion() => IndexVersion++;

    /// <summary>"Verified" means that the firm's existence is evidenced today; pages say by whom and when.</summary>
    public bool IsVerified(DateTime now) => evidence.Exists(item => item.Claim == EvidenceClaim.Existence && item.IsValid(now));
}

using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

public static class CompanyErrors
{
    /// <summary>Says what to do, and nothing about who looks after the firm.</summary>
    public static readonly Error AlreadyRegistered = new(
        "company.already-registered",
        ErrorKind.Conflict,
        nameof(CompanyInput.RegistrationNumber)
    );

    public static readonly Error OwnName = new("company.own-name");

    public static readonly Error LatinName = new("company.latin-name", Field: nameof(CompanyInput.NameLatin));

    public static readonly Error Sector = new("company.sector", Field: nameof(CompanyInput.Sector));

    public static readonly Error Region = new("company.region", Field: nameof(CompanyInput.Region));

    public static readonly Error Website = new("company.website", Field: nameof(CompanyInput.Website));

    public static readonly Error Email = new("company.email", Field: nameof(CompanyInput.ContactEmail));

    public static readonly Error Phone = new("company.phone", Field: nameof(CompanyInput.ContactPhone));

    /// <summary>The argument is the names of the firms that are called alike.</summary>
    public static Error SimilarName(string names) =>
        new("company.similar-name", ErrorKind.Invalid, nameof(CompanyInput.SimilarNameAccepted), names);
}

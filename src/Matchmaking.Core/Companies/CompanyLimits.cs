namespace Matchmaking.Core.Companies;

/// <summary>Longest texts, in UTF-16 units, the same in the forms and in the database.</summary>
public static class CompanyLimits
{
    public const int Name = 200;
    public const int Email = 254;
    public const int Website = 300;
    public const int About = 4000;
    public const int Phone = 40;
    public const int EvidenceSource = 500;
    public const int ExternalReference = 100;
}

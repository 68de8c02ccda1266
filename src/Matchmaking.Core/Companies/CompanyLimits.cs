namespace Matchmaking.Core.Companies;

/// <summary>Longest texts, in UTF-16 units, the same in the forms and in the database.</summary>
public static class CompanyLimits
{
    public const int Name = 200;
    public const int Email = 254;
    public const int Website = 300;
    public const int About = 4000;
}

namespace Matchmaking.Core.Identity;

/// <summary>Longest texts, in UTF-16 units, the same in the forms and in the database.</summary>
public static class IdentityLimits
{
    public const int Name = 100;
    public const int Email = 254;
    public const int Password = 128;
    public const int PasswordLeast = 10;
    public const int PasskeyName = 60;
}

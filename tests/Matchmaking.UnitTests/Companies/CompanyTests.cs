using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Xunit;

namespace Matchmaking.UnitTests.Companies;

public sealed class CompanyTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    private static readonly CompanyProfile Profile = new()
    {
        Names = new LocalizedText(string.Empty, "한빛소재", "Hanbit Materials"),
        Sector = "batteries",
        Region = "KR-28",
    };

    private static Evidence Check(EvidenceClaim claim, DateTime? expires = null) =>
        new(claim, "Register", AgencyId.New(), Now.Date, expires);

    private static Company Firm() => Company.Register(Country.KR, null, Profile, ContactDetails.None, Now);

    [Fact]
    public void Evidence_counts_through_its_last_day()
    {
        var firm = Firm();
        firm.RecordEvidence(Check(EvidenceClaim.Existence, Now.Date.AddDays(3)));

        Assert.True(firm.IsVerified(Now.AddDays(3)));
        Assert.False(firm.IsVerified(Now.AddDays(4)));
    }

    [Fact]
    public void A_new_name_ends_the_checks_of_the_old_one_and_no_others()
    {
        var firm = Firm();
        foreach (var claim in Enum.GetValues<EvidenceClaim>())
        {
            firm.RecordEvidence(Check(claim));
        }

        firm.Edit(Profile with { Names = Profile.Names with { Ko = "한빛신소재" } }, ContactDetails.None, Now);

        Assert.False(firm.IsVerified(Now));
        Assert.Equal(
            [EvidenceClaim.Address, EvidenceClaim.Licence, EvidenceClaim.Certificate],
            firm.Evidence.Where(item => item.IsValid(Now)).Select(item => item.Claim)
        );
    }

    [Fact]
    public void Another_website_leaves_every_check_as_it_was()
    {
        var firm = Firm();
        firm.RecordEvidence(Check(EvidenceClaim.Existence));

        firm.Edit(Profile with { Website = "https://hanbit.example" }, ContactDetails.None, Now);

        Assert.True(firm.IsVerified(Now));
    }

    [Fact]
    public void Every_change_raises_the_version_for_the_index()
    {
        var firm = Firm();
        var first = firm.IndexVersion;

        firm.RecordEvidence(Check(EvidenceClaim.Existence));
        firm.RevokeEvidence(firm.Evidence[0].Id, Now);
        firm.Edit(Profile, ContactDetails.None, Now);

        Assert.Equal(first + 3, firm.IndexVersion);
        Assert.False(firm.RevokeEvidence(firm.Evidence[0].Id, Now).Succeeded);
    }
}

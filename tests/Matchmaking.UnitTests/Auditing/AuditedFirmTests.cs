using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Xunit;

namespace Matchmaking.UnitTests.Auditing;

public sealed class AuditedFirmTests
{
    private static readonly LocalizedText Hanbit = new("韩光", "한빛", "Hanbit [Korea] Co., Ltd.");

    private readonly CompanyId known = CompanyId.New();
    private readonly CompanyId gone = CompanyId.New();

    [Fact]
    public void Known_firm_has_its_name_in_the_readers_language_and_one_that_is_gone_that_of_its_day()
    {
        var detail = $"3: {AuditedFirm.Of(known, Hanbit)} – {AuditedFirm.Of(gone, Hanbit with { En = "Old|name [x]" })}";
        Assert.Equal([known, gone], AuditedFirm.In(detail));
        Assert.Equal("3: 韩光 – Old/name (x)", Read(detail, LanguageCode.Zh));
        Assert.Equal("3: 한빛 – Old/name (x)", Read(detail, LanguageCode.Ko));
    }

    [Fact]
    public void Of_too_many_firms_none_is_shown_in_half()
    {
        var all = AuditEntry.Of(
            new Actor(Guid.Empty, "Kim", MembershipRole.Member, CompanyId: null, AgencyId: null),
            AuditActions.ExpoFirmsRemoved,
            Guid.Empty,
            "Fair",
            DateTime.UnixEpoch,
            string.Join(", ", Enumerable.Repeat(AuditedFirm.Of(known, Hanbit), 100))
        );
        Assert.Matches("^(한빛, )+…?$", Read(all.Detail!, LanguageCode.Ko));
    }

    [Fact]
    public void Text_of_people_stays_as_it_is() => Assert.Equal("[sic] a|b [1", Read("[sic] a|b [1", LanguageCode.Ko));

    private string Read(string detail, LanguageCode reader) =>
        AuditedFirm.Read(detail, new Dictionary<CompanyId, LocalizedText> { [known] = Hanbit }, reader);
}

namespace Matchmaking.IntegrationTests.Companies;

/// <summary>The fields of the form for a firm, filled in well; a test changes the one that it is about.</summary>
internal static class CompanyFields
{
    public static (string Name, string Value)[] Korean(string number, params (string Name, string Value)[] changed) =>
        With(
            [
                ("Country", "KR"),
                ("RegistrationNumber", number),
                ("NameKo", "(주)한빛소재"),
                ("NameLatin", "Hanbit Materials Co., Ltd."),
                ("Sector", "batteries"),
                ("Region", "KR-28"),
                ("Website", "https://hanbit.example"),
                ("About", "2009년부터 양극재를 만들고 있어요."),
                ("AboutLanguage", "Ko"),
                ("ContactPerson", "김서연"),
                ("ContactEmail", "sales@hanbit.example"),
                ("ContactPhone", "032-555-0100"),
                ("SimilarNameAccepted", "true"),
            ],
            changed
        );

    private static (string Name, string Value)[] With((string Name, string Value)[] fields, (string Name, string Value)[] changed) =>
        [.. fields.Where(field => !Array.Exists(changed, item => item.Name == field.Name)), .. changed];
}

using System.Net;
using System.Text.RegularExpressions;

namespace Matchmaking.IntegrationTests.Site;

internal static partial class Forms
{
    /// <summary>Reads the page that holds the form, then sends the fields with that page's antiforgery token.</summary>
    public static Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client,
        string page,
        string action,
        params (string Name, string Value)[] fields
    ) => client.SubmitAsync(page, action, body => body, fields);

    /// <param name="sending">What is sent in place of the form's body.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client,
        string page,
        string action,
        Func<HttpContent, HttpContent> sending,
        params (string Name, string Value)[] fields
    )
    {
        using var shown = await client.GetAsync(page);
        var html = await shown.Content.ReadAsStringAsync();
        var token = Token().Match(html);
        if (shown.StatusCode != HttpStatusCode.OK || !token.Success)
        {
            throw new InvalidOperationException($"{page} answered {(int)shown.StatusCode} without a form.");
        }

        var content = fields
            .Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Append(KeyValuePair.Create("__RequestVerificationToken", token.Groups["token"].Value));
        using var body = sending(new FormUrlEncodedContent(content));
        return await client.PostAsync(action, body);
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();
}

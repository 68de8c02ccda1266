using Matchmaking.Web.Commands;
using Xunit;

namespace Matchmaking.IntegrationTests.Commands;

public sealed class CheckNumberTests
{
    [Theory]
    [InlineData(0, "1248100998", "", "check-number", "KR", "124-81-00998")]
    [InlineData(0, "1248100998", "", "check-number", "KR", "124", "81", "00998")]
    [InlineData(0, "91350100M000100Y43", "", "check-number", "CN", "91350100m000100y43")]
    [InlineData(1, "check-digit", "", "check-number", "KR", "124-81-00997")]
    [InlineData(1, "length", "", "check-number", "CN", "91")]
    [InlineData(2, "", "JP", "check-number", "JP", "1")]
    [InlineData(2, "", "number", "check-number", "KR")]
    [InlineData(2, "", "unknown-verb", "unknown-verb")]
    public async Task Verb_answers_with_its_exit_code_and_one_line(int code, string printed, string complaint, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exit = await CommandLine.RunAsync(args, output, error);

        Assert.Equal(code, exit);
        Assert.Equal(printed, output.ToString().Trim());
        Assert.Contains(complaint, error.ToString());
        Assert.Equal(code == 2 ? 1 : 0, error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Help_lists_the_verbs()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.Equal(0, await CommandLine.RunAsync(["--help"], output, error));
        Assert.Contains("check-number", output.ToString());
    }
}

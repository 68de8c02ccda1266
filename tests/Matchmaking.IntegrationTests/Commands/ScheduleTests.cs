using System.Text.Json.Nodes;
using Matchmaking.Web.Commands;
using Xunit;

namespace Matchmaking.IntegrationTests.Commands;

public sealed class ScheduleTests : IDisposable
{
    private const string Problem = """
        {
          "slots": [{ "id": "s1", "session": "am", "day": "1" }, { "id": "s2", "session": "am", "day": "1" }],
          "tables": ["t1"],
          "interpreters": [{ "id": "i1", "languages": "zh-ko", "unavailable": ["s2"] }],
          "participants": [{ "id": "p1", "unavailable": [], "min": 0, "max": 8, "table": null }, { "id": "p2" }, { "id": "p3" }],
          "meetings": [
            { "id": "m1", "a": "p1", "b": "p2", "weight": 1.0, "must": false, "interpreter": "zh-ko" },
            { "id": "m2", "a": "p1", "b": "p3", "weight": 2, "after": ["m1"] }
          ],
          "maxBreakDifference": null,
          "allowUnscheduled": false
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-schedule-").FullName;

    [Fact]
    public async Task Schedule_is_written_and_a_second_run_keeps_it()
    {
        var (exit, _) = await RunAsync(Problem, "--seconds", "5");

        Assert.Equal(0, exit);
        var written = JsonNode.Parse(await File.ReadAllTextAsync(Target))!;
        Assert.Equal("optimal", written["status"]!.GetValue<string>());
        Assert.Equal("""{"id":"m1","slot":"s1","table":"t1","interpreter":"i1"}""", written["meetings"]![0]!.ToJsonString());
        Assert.Equal("""{"id":"p1","meetings":2,"breaks":0}""", written["participants"]![0]!.ToJsonString());

        File.Copy(Target, $"{Target}.before");
        (exit, _) = await RunAsync(Problem, "--deterministic", "--previous", $"{Target}.before");
        Assert.Equal(0, exit);
        Assert.Equal(0, JsonNode.Parse(await File.ReadAllTextAsync(Target))!["changed"]!.GetValue<int>());
    }

    [Fact]
    public async Task Problem_without_a_solution_answers_no_and_names_the_conflict()
    {
        var (exit, _) = await RunAsync(Problem.Replace("\"unavailable\": [\"s2\"]", "\"unavailable\": [\"s1\"]", StringComparison.Ordinal));

        Assert.Equal(1, exit);
        var written = JsonNode.Parse(await File.ReadAllTextAsync(Target))!;
        Assert.Equal("infeasible", written["status"]!.GetValue<string>());
        Assert.NotEmpty(written["conflict"]!.AsArray());
    }

    [Theory]
    [InlineData("\"b\": \"p3\"", "\"b\": \"p9\"", "problem.json:8: meetings[1].b: 'p9' is no participant of this file")]
    [InlineData("\"b\": \"p3\"", "\"b\": \"p1\"", "problem.json:8: meetings[1].b: is the same participant as a")]
    [InlineData("[\"m1\"]", "[\"m7\"]", "problem.json:8: meetings[1].after[0]: 'm7' is no meeting of this file")]
    [InlineData("\"id\": \"p2\"", "\"id\": \"p1\"", "problem.json:5: participants[1].id: 'p1' stands twice")]
    [InlineData("\"max\": 8", "\"max\": \"8\"", "problem.json:5: participants[0].max: is of the wrong kind")]
    [InlineData("\"a\": \"p1\", \"b\": \"p3\"", "\"a\": \"p1\"", "problem.json:8: meetings[1]: lacks 'b'")]
    [InlineData("\"must\": false", "\"mast\": false", "problem.json:7: meetings[0].mast: is not a field of the format")]
    [InlineData("\"weight\": 2", "\"weight\": -2", "problem.json:8: meetings[1].weight: must lie between 0 and 1000000")]
    [InlineData(
        "\"interpreter\": \"zh-ko\"",
        "\"interpreter\": \"zh\"",
        "problem.json:7: meetings[0].interpreter: is not a pair such as zh-ko"
    )]
    [InlineData("\"tables\": [\"t1\"]", "\"tables\": null", "problem.json:")]
    [InlineData("\"tables\": [\"t1\"]", "\"tables\": [\"t1\", null]", "problem.json:3: tables[1]: must not be null")]
    [InlineData("\"tables\": [\"t1\"]", "\"tables\": [\"t1\", \"t1\"]", "problem.json:3: tables[1]: 't1' stands twice")]
    [InlineData("[\"m1\"]", "[null]", "problem.json:8: meetings[1].after[0]: must not be null")]
    [InlineData("{ \"id\": \"p2\" },", "null,", "problem.json:5: participants[1]: must not be null")]
    [InlineData("\"tables\": [\"t1\"],", "\"tables\": [\"t1\"", "problem.json:")]
    public async Task Wrong_file_is_refused_in_one_line_with_its_element_and_field(string right, string wrong, string complaint)
    {
        Assert.Contains(right, Problem);

        var (exit, error) = await RunAsync(Problem.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(2, exit);
        Assert.Contains(complaint, error);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(File.Exists(Target));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Target => Path.Combine(folder, "schedule.json");

    private async Task<(int Exit, string Error)> RunAsync(string problem, params string[] more)
    {
        var source = Path.Combine(folder, "problem.json");
        await File.WriteAllTextAsync(source, problem);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(["schedule", "--problem", source, "--out", Target, .. more], output, error);
        return (exit, error.ToString());
    }
}

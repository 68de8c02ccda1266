using System.Text.Json;
using System.Text.Json.Serialization;
using Matchmaking.Core.Expos;

namespace Matchmaking.Web.Commands.Schedules;

/// <summary>The JSON of problems and schedules. Whatever is wrong in a file is said with the element and the field.</summary>
internal static class ScheduleFile
{
    private const int LanguagePairLimit = 12;
    private const double WeightLimit = 1_000_000;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        WriteIndented = true,
    };

    private static readonly JsonSerializerOptions Tolerant = new(Format) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public static ScheduleProblem ReadProblem(string file, string text)
    {
        var problem = Parse<ScheduleProblem>(file, text, Format);
        var check = new References(new Source(file, text), problem);
        check.Definitions();
        check.Meetings();
        return problem;
    }

    /// <summary>The meetings of a schedule that was written before; nothing else of it is read.</summary>
    public static IReadOnlyList<PlacedMeeting> ReadPrevious(string file, string text)
    {
        var meetings = Parse<PreviousSchedule>(file, text, Tolerant).Meetings;
        new Source(file, text).RequireUnique("meetings", meetings.Select(meeting => meeting.Id));
        return meetings;
    }

    public static string Write(ScheduleSolution solution) => JsonSerializer.Serialize(solution, Format);

    private static TContent Parse<TContent>(string file, string text, JsonSerializerOptions options)
    {
        try
        {
            var content = string.IsNullOrWhiteSpace(text) ? default : JsonSerializer.Deserialize<TContent>(text, options);
            if (content is null)
            {
                throw new BadInputException(file, 1, null, "is empty");
            }

            if (JsonPlaces.NullElement(text) is { } field)
            {
                new Source(file, text).Require(false, field, "must not be null");
            }

            return content;
        }
        catch (JsonException exception)
        {
            throw new BadInputException(
                file,
                (int?)exception.LineNumber + 1,
                exception.Path?.TrimStart('$', '.'),
                Reason(exception.Message)
            );
        }
    }

    private static string Reason(string message) =>
        message switch
        {
            _ when message.Contains("missing required", StringComparison.Ordinal) =>
                $"lacks {message[(message.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(" Path")[0].Trim(' ', '.')}",
            _ when message.Contains("could not be mapped", StringComparison.Ordinal) => "is not a field of the format",
            _ when message.Contains("could not be converted", StringComparison.Ordinal) => "is of the wrong kind",
            _ when message.Contains("null", StringComparison.Ordinal) => "must not be null",
            _ when message.Contains("trailing comma", StringComparison.Ordinal) => "has a comma after the last",
            _ => message.Split(" Path:")[0].Split(" LineNumber:")[0],
        };

    private sealed record Source(string File, string Text)
    {
        public void RequireUnique(string list, IEnumerable<string> ids, string field = ".id")
        {
            var seen = new HashSet<string>();
            foreach (var (index, id) in ids.Index())
            {
                Require(seen.Add(id), $"{list}[{index}]{field}", $"'{id}' stands twice");
            }
        }

        public void Require(bool holds, string field, string reason)
        {
            if (!holds)
            {
                throw new BadInputException(File, JsonPlaces.LineOf(Text, field), field, reason);
            }
        }
    }

    private sealed record PreviousSchedule(IReadOnlyList<PlacedMeeting> Meetings);

    /// <summary>Every name that is used must be one that the file defines.</summary>
    private sealed class References(Source source, ScheduleProblem problem)
    {
        private readonly HashSet<string> slots = [.. problem.Slots.Select(slot => slot.Id)];
        private readonly HashSet<string> tables = [.. problem.Tables];
        private readonly HashSet<string> participants = [.. problem.Participants.Select(participant => participant.Id)];
        private readonly HashSet<string> meetings = [.. problem.Meetings.Select(meeting => meeting.Id)];

        public void Definitions()
        {
            source.RequireUnique("slots", problem.Slots.Select(slot => slot.Id));
            source.RequireUnique("tables", problem.Tables, field: string.Empty);
            source.RequireUnique("interpreters", problem.Interpreters.Select(interpreter => interpreter.Id));
            source.RequireUnique("participants", problem.Participants.Select(participant => participant.Id));
            source.RequireUnique("meetings", problem.Meetings.Select(meeting => meeting.Id));
            source.Require(problem.MaxBreakDifference is not < 0, "maxBreakDifference", "must not be negative");
            foreach (var (index, interpreter) in problem.Interpreters.Index())
            {
                Known(interpreter.Unavailable, slots, $"interpreters[{index}].unavailable", "slot");
                var pairs = interpreter.Languages.Split(',');
                source.Require(Array.TrueForAll(pairs, IsPair), $"interpreters[{index}].languages", "is not a pair such as zh-ko");
            }

            foreach (var (index, closed) in (problem.ClosedTables ?? []).Index())
            {
                Known(closed.Table, tables, $"closedTables[{index}].table", "table");
                Known(closed.Slots, slots, $"closedTables[{index}].slots", "slot");
            }

            foreach (var (index, participant) in problem.Participants.Index())
            {
                var field = $"participants[{index}]";
                Known(participant.Unavailable, slots, $"{field}.unavailable", "slot");
                Known(participant.Table, tables, $"{field}.table", "table");
                source.Require(participant.Min >= 0, $"{field}.min", "must not be negative");
                source.Require(participant.Max is not < 0, $"{field}.max", "must not be negative");
            }
        }

        public void Meetings()
        {
            foreach (var (index, meeting) in problem.Meetings.Index())
            {
                var field = $"meetings[{index}]";
                Known(meeting.A, participants, $"{field}.a", "participant");
                Known(meeting.B, participants, $"{field}.b", "participant");
                source.Require(meeting.A != meeting.B, $"{field}.b", "is the same participant as a");
                Known(meeting.Slot, slots, $"{field}.slot", "slot");
                Known(meeting.Table, tables, $"{field}.table", "table");
                Known(meeting.After, meetings, $"{field}.after", "meeting");
                source.Require(
                    meeting.Interpreter is null || IsPair(meeting.Interpreter),
                    $"{field}.interpreter",
                    "is not a pair such as zh-ko"
                );
                source.Require(meeting.Weight is >= 0 and <= WeightLimit, $"{field}.weight", $"must lie between 0 and {WeightLimit:0}");
            }

            var pairs = problem.Meetings.Select(meeting => meeting.Interpreter).OfType<string>().Distinct().Count();
            source.Require(
                pairs <= LanguagePairLimit,
                "meetings",
                $"name {pairs} language pairs, of which {LanguagePairLimit} are possible"
            );
        }

        private static bool IsPair(string text) =>
            text.Split('-') is [var first, var second] && first.Trim().Length > 0 && second.Trim().Length > 0;

        private void Known(string? name, HashSet<string> names, string field, string kind) =>
            source.Require(name is null || names.Contains(name), field, $"'{name}' is no {kind} of this file");

        private void Known(IReadOnlyList<string>? list, HashSet<string> names, string field, string kind)
        {
            foreach (var (index, name) in (list ?? []).Index())
            {
                Known(name, names, $"{field}[{index}]", kind);
            }
        }
    }
}

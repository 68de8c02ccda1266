using System.Runtime.InteropServices;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Language.Evaluation;

/// <summary>Measures a run against judgements.</summary>
public static class RunEvaluation
{
    /// <summary>All judged queries together.</summary>
    public static MeasuredQueries Of(RankedRun run, Judgements judgements) =>
        Measure(run, judgements.Queries.Select(query => (query, judgements.RelevantFor(query))));

    /// <summary>
    /// Apart by the languages of the query and of what is right for it. A query with relevant candidates in two languages counts in two
    /// directions; what is right in the other language is passed over there, being neither a hit nor a mistake.
    /// </summary>
    /// <returns>Directions that occur, in the order of the languages.</returns>
    public static IReadOnlyList<(Direction Direction, MeasuredQueries Measured)> ByDirection(
        RankedRun run,
        Judgements judgements,
        Func<string, LanguageCode> languageOfQuery,
        Func<string, LanguageCode> languageOfCandidate
    ) =>
        [
            .. judgements
                .Queries.SelectMany(query =>
                    judgements
                        .RelevantFor(query)
                        .GroupBy(candidate => languageOfCandidate(candidate.Key))
                        .Select(group => (Query: query, Direction: new Direction(languageOfQuery(query), group.Key), Relevant: group))
                )
                .GroupBy(part => part.Direction)
                .OrderBy(group => group.Key.Query)
                .ThenBy(group => group.Key.Candidate)
                .Select(group =>
                    (
                        group.Key,
                        Measure(
                            run,
                            group.Select(part => (part.Query, (IReadOnlyDictionary<string, int>)part.Relevant.ToDictionary())),
                            judgements
                        )
                    )
                ),
        ];

    private static MeasuredQueries Measure(
        RankedRun run,
        IEnumerable<(string Query, IReadOnlyDictionary<string, int> Relevant)> queries,
        Judgements? others = null
    )
    {
        var values = new List<IReadOnlyList<double>>();
        var missing = 0;
        foreach (var (query, relevant) in queries)
        {
            var ranking = run.For(query);
            missing += ranking is null ? 1 : 0;
            var elsewhere = others?.RelevantFor(query) ?? relevant;
            var judged = ranking?.Where(candidate => relevant.ContainsKey(candidate) || !elsewhere.ContainsKey(candidate)).ToList();
            values.Add((judged is null ? RetrievalMeasures.Miss : RetrievalMeasures.Of(judged, relevant)).Values);
        }

        return new MeasuredQueries(values.Count, missing, values.Count == 0 ? [] : Estimate.OfEach(values));
    }
}

[StructLayout(LayoutKind.Auto)]
public readonly record struct Direction(LanguageCode Query, LanguageCode Candidate);

/// <param name="Missing">Of them, how many the run does not answer; they count as misses.</param>
/// <param name="Estimates">In the order of <see cref="RetrievalMeasures.Names"/>; empty without queries.</param>
public sealed record MeasuredQueries(int Count, int Missing, IReadOnlyList<Estimate> Estimates);

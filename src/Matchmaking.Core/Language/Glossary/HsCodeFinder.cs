namespace Matchmaking.Core.Language.Glossary;

/// <summary>Finds HS codes by number, by words of their names, and by the terms of the glossary: 이륜차 → 8711.</summary>
public sealed class HsCodeFinder(ConceptGlossary glossary)
{
    private const double InTitle = 3;

    /// <summary>Of a doubtful word, against a clear one.</summary>
    private const double Doubtful = 0.3;

    /// <summary>Of a code that is not the first one of its concept.</summary>
    private const double Further = 0.5;

    /// <summary>Best first: what the whole query is a term of, then names of headings, then what the query mentions among other words.</summary>
    public IReadOnlyList<HsSuggestion> Search(string query, int limit)
    {
        if (query.All(character => char.IsDigit(character) || character is '.' or ' '))
        {
            return [.. HsNomenclature.Search(query, limit).Select(Plain)];
        }

        return
        [
            .. glossary
                .Finder.NamedWithGoods(query)
                .SelectMany(Of)
                .Concat(HsNomenclature.Search(query, limit).Select(Plain))
                .Concat(
                    glossary.Finder.FindWithGoods(query).OrderBy(mention => mention.IsAmbiguous).SelectMany(mention => Of(mention.Concept))
                )
                .DistinctBy(suggestion => suggestion.Entry.Code)
                .Take(limit),
        ];
    }

    /// <summary>Codes that may fit a listing, best first; a title says more than a text.</summary>
    /// <param name="struck">Ids of concepts that the writer did not mean.</param>
    /// <param name="known">Codes that need no suggestion; they cover their heading too.</param>
    public IReadOnlyList<HsSuggestion> Suggest(
        string title,
        string text,
        IReadOnlyCollection<string> struck,
        IReadOnlyCollection<string> known,
        int limit
    )
    {
        var scores = new Dictionary<string, (double Score, Concept Best)>(StringComparer.Ordinal);
        Weigh(scores, title, struck, InTitle);
        Weigh(scores, text, struck, 1);
        return
        [
            .. scores
                .Where(item => !known.Any(code => code.StartsWith(item.Key, StringComparison.Ordinal)))
                .OrderByDescending(item => item.Value.Score)
                .ThenBy(item => item.Key, StringComparer.Ordinal)
                .Take(limit)
                .Select(item => Of(item.Key, item.Value.Best)),
        ];
    }

    private void Weigh(
        Dictionary<string, (double Score, Concept Best)> scores,
        string text,
        IReadOnlyCollection<string> struck,
        double weight
    )
    {
        foreach (var mention in glossary.Finder.FindWithGoods(text).DistinctBy(mention => mention.Concept.Id))
        {
            if (struck.Contains(mention.Concept.Id))
            {
                continue;
            }

            var gain = mention.IsAmbiguous ? weight * Doubtful : weight;
            foreach (var code in mention.Concept.HsCodes)
            {
                var (score, best) = scores.GetValueOrDefault(code, (0, mention.Concept));
                scores[code] = (score + gain, best);
                gain = (mention.IsAmbiguous ? weight * Doubtful : weight) * Further;
            }
        }
    }

    private static IEnumerable<HsSuggestion> Of(Concept concept) => concept.HsCodes.Select(code => Of(code, concept));

    private static HsSuggestion Of(string code, Concept concept) =>
        new(HsNomenclature.Find(code)!, GoodsIndex.IsLine(concept) ? null : concept);

    private static HsSuggestion Plain(HsEntry entry) => new(entry, null);
}

/// <param name="Concept">By which it was found; null when by its own number or name, or by its goods.</param>
public sealed record HsSuggestion(HsEntry Entry, Concept? Concept);

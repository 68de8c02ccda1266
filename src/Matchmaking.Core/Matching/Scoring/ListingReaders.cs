using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>The reader that goes with the glossary of this moment; made once for each glossary.</summary>
public sealed class ListingReaders(CurrentGlossary glossary, MeaningSpace meanings)
{
    private volatile ListingReader current = new(glossary.Value, meanings);

    public ListingReader Current
    {
        get
        {
            var (reader, now) = (current, glossary.Value);
            return reader.Glossary == now ? reader : current = new ListingReader(now, meanings);
        }
    }
}

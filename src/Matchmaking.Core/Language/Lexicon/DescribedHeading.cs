namespace Matchmaking.Core.Language.Lexicon;

/// <summary>A heading by what somebody else's text of it means: a tariff's is unlike the short name, above all for "other" goods.</summary>
/// <param name="Number">Of four digits.</param>
/// <param name="Meaning">By the lexicon's words alone.</param>
internal sealed record DescribedHeading(ushort Number, QuantizedVector Meaning);

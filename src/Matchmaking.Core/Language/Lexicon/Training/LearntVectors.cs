namespace Matchmaking.Core.Language.Lexicon.Training;

/// <param name="Places">Row of each feature.</param>
/// <param name="Vectors">Features × dimensions.</param>
/// <param name="Matrix">Dimensions × the encoder's, or null when learnt from words alone.</param>
public sealed record LearntVectors(int Dimensions, IReadOnlyDictionary<uint, int> Places, float[] Vectors, float[]? Matrix);

namespace Matchmaking.Core.Language;

/// <summary>Turns a text into a vector that lies near those of texts of like meaning, in whichever language. Safe for all threads at once.</summary>
public interface ITextEncoder
{
    /// <summary>Names the model in what is kept: vectors of different ids are not to be compared.</summary>
    string Id { get; }

    /// <summary>0 where there is no encoder.</summary>
    int Dimensions { get; }

    /// <returns>As long as <see cref="Dimensions"/> says, of unit length: the dot product of two is their cosine.</returns>
    float[] Encode(string text);
}

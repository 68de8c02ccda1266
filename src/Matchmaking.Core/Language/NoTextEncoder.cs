namespace Matchmaking.Core.Language;

/// <summary>Stands where no model is wanted: words alone decide.</summary>
public sealed class NoTextEncoder : ITextEncoder
{
    public string Id => "none";

    public int Dimensions => 0;

    public float[] Encode(string text) => [];
}

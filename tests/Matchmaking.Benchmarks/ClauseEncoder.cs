using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Text.RegularExpressions;
using Matchmaking.Core.Language;
using Matchmaking.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Benchmarks;

/// <summary>
/// The encoder of the site on texts of the generator, which join the same few thousand clauses again and again: each clause is encoded
/// once, and a text's vector is the mean of those of its clauses. Encoding every text whole would take a quarter of an hour, and nothing
/// that is measured encodes.
/// </summary>
internal sealed partial class ClauseEncoder(ITextEncoder encoder) : ITextEncoder
{
    private readonly ConcurrentDictionary<string, float[]> known = new(StringComparer.Ordinal);

    public static ClauseEncoder Create() =>
        new(
            new ServiceCollection()
                .AddTextEncoder(new ConfigurationBuilder().Build())
                .BuildServiceProvider()
                .GetRequiredService<ITextEncoder>()
        );

    public string Id => encoder.Id;

    public int Dimensions => encoder.Dimensions;

    public float[] Encode(string text)
    {
        var sum = new float[Dimensions];
        foreach (var clause in FirmGenerator.Clauses(Particular().Replace(text, string.Empty)).DefaultIfEmpty(text))
        {
            TensorPrimitives.Add<float>(sum, known.GetOrAdd(clause, encoder.Encode), sum);
        }

        TensorPrimitives.Divide(sum, MathF.Max(TensorPrimitives.Norm<float>(sum), float.Epsilon), sum);
        return sum;
    }

    /// <summary>What the generator makes different in each text: the type designation and the numbers.</summary>
    [GeneratedRegex(@" [A-Z]{2}-\d+$|\b\d{1,4}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Particular();
}

using System.Numerics.Tensors;

namespace Matchmaking.Core.Language.Lexicon.Training;

/// <summary>
/// Learns vectors of features, and a matrix over the encoder's vectors, so that the two texts of a pair come to lie closer than any
/// others of the batch (InfoNCE, both ways; AdaGrad with one step size a feature). The same pairs and settings give the same lexicon.
/// </summary>
/// <param name="encoder">Vector of a text, all of one length, or null to learn from words alone.</param>
public sealed class LexiconTrainer(LexiconSettings settings, Func<string, float[]>? encoder)
{
    private const float Smallest = 1e-6f;
    private const float StepFloor = 1e-3f;

    private readonly Random random = new(settings.Seed);
    private readonly Dictionary<string, TextInput> inputs = new(StringComparer.Ordinal);
    private Dictionary<uint, int> places = [];
    private Matrix vectors = new(0, 0);
    private float[] vectorSteps = [];
    private Matrix? matrix;
    private float[] matrixSteps = [];

    private sealed record TextInput(int[] Features, float[]? Encoded);

    /// <param name="progress">Told the share that is done.</param>
    public LearntVectors Train(IReadOnlyList<AlignedSet> sets, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        Prepare(sets);
        var drawer = new BatchDrawer(sets, settings.BatchSize, random);
        var steps = Math.Max(1, drawer.StepsARound * settings.Rounds);
        for (var step = 0; step < steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Falls to a hundredth, never to nothing: the last pairs count too.
            var rate = settings.LearningRate * (1.01f - (float)step / steps);
            Step(drawer.Next(), rate);
            progress?.Report((double)(step + 1) / steps);
        }

        return new LearntVectors(settings.Dimensions, places, vectors.Values, matrix?.Values);
    }

    private void Prepare(IReadOnlyList<AlignedSet> sets)
    {
        var texts = sets.SelectMany(set => set.Pairs).SelectMany(pair => new[] { pair.Left, pair.Right }).Distinct().ToList();
        var features = texts.ToDictionary(text => text, TextFeatures.Of, StringComparer.Ordinal);
        var counts = new SortedDictionary<uint, int>();
        foreach (var feature in features.Values.SelectMany(found => found))
        {
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        places = counts
            .Where(count => count.Value >= settings.LeastTexts)
            .Select((count, place) => (count.Key, place))
            .ToDictionary(item => item.Key, item => item.place);
        var encoded = encoder is null ? null : texts.AsParallel().AsOrdered().Select(encoder).ToArray();
        for (var index = 0; index < texts.Count; index++)
        {
            int[] known = [.. features[texts[index]].Where(places.ContainsKey).Select(feature => places[feature])];
            inputs.Add(texts[index], new TextInput(known, encoded?[index]));
        }

        vectors = Randomized(places.Count, settings.Dimensions, 0.3f);
        vectorSteps = new float[places.Count];
        if (encoder is not null)
        {
            matrix = Randomized(settings.Dimensions, inputs[texts[0]].Encoded!.Length, 1f);
            matrixSteps = new float[matrix.Rows];
        }
    }

    private Matrix Randomized(int rows, int columns, float scale)
    {
        var result = new Matrix(rows, columns);
        var deviation = scale / MathF.Sqrt(settings.Dimensions);
        for (var place = 0; place < result.Values.Length; place++)
        {
            // Box–Muller
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            result.Values[place] = (float)(radius * Math.Cos(2 * Math.PI * random.NextDouble())) * deviation;
        }

        return result;
    }

    private void Step((string Left, string Right)[] batch, float rate)
    {
        var size = batch.Length;
        TextInput[] texts = [.. batch.Select(pair => inputs[pair.Left]), .. batch.Select(pair => inputs[pair.Right])];
        var kept = Array.ConvertAll(texts, text => Drop(text.Features));
        var encoded = EncodedRows(texts);
        var (embedded, lengths) = Embed(texts, kept, encoded);
        var gradient = ContrastiveLoss.Gradient(embedded, batch, settings.Temperature);
        Parallel.For(
            0,
            2 * size,
            row =>
            {
                // Through the normalisation; the batch's mean would make steps shrink with its size.
                var slope = gradient.Row(row);
                var vector = embedded.Row(row);
                TensorPrimitives.MultiplyAdd(vector, -TensorPrimitives.Dot<float>(slope, vector), slope, slope);
                TensorPrimitives.Multiply(slope, size / lengths[row], slope);
            }
        );
        MoveVectors(kept, texts, gradient, rate);
        if (matrix is not null && encoded is not null)
        {
            Move(matrix, matrixSteps, gradient.Transposed().TimesTransposed(encoded.Transposed()), rate);
        }
    }

    private int[] Drop(int[] features) => Array.FindAll(features, _ => random.NextDouble() >= settings.FeatureDropout);

    private Matrix? EncodedRows(TextInput[] texts)
    {
        if (matrix is null)
        {
            return null;
        }

        var rows = new Matrix(texts.Length, matrix.Columns);
        for (var row = 0; row < texts.Length; row++)
        {
            if (random.NextDouble() >= settings.EncoderDropout)
            {
                texts[row].Encoded.AsSpan().CopyTo(rows.Row(row));
            }
        }

        return rows;
    }

    private (Matrix Embedded, float[] Lengths) Embed(TextInput[] texts, int[][] kept, Matrix? encoded)
    {
        var embedded =
            encoded is not null && matrix is not null ? encoded.TimesTransposed(matrix) : new Matrix(texts.Length, settings.Dimensions);
        var lengths = new float[texts.Length];
        Parallel.For(
            0,
            texts.Length,
            row =>
            {
                var vector = embedded.Row(row);
                var weight = Weight(texts[row].Features.Length);
                foreach (var feature in kept[row])
                {
                    TensorPrimitives.MultiplyAdd(vectors.Row(feature), weight, vector, vector);
                }

                lengths[row] = TensorPrimitives.Norm<float>(vector) + Smallest;
                TensorPrimitives.Divide(vector, lengths[row], vector);
            }
        );
        return (embedded, lengths);
    }

    /// <summary>A text of many features is no longer than one of few.</summary>
    internal static float Weight(int features) => 1f / MathF.Sqrt(Math.Max(1, features));

    private void MoveVectors(int[][] kept, TextInput[] texts, Matrix gradient, float rate)
    {
        var rowsOf = new Dictionary<int, List<int>>();
        for (var row = 0; row < kept.Length; row++)
        {
            foreach (var feature in kept[row])
            {
                (rowsOf.TryGetValue(feature, out var rows) ? rows : rowsOf[feature] = []).Add(row);
            }
        }

        Parallel.ForEach(
            rowsOf,
            () => new float[settings.Dimensions],
            (found, _, slope) =>
            {
                Array.Clear(slope);
                foreach (var row in found.Value)
                {
                    TensorPrimitives.MultiplyAdd(gradient.Row(row), Weight(texts[row].Features.Length), slope, slope);
                }

                Move(vectors.Row(found.Key), ref vectorSteps[found.Key], slope, rate);
                return slope;
            },
            _ => { }
        );
    }

    private static void Move(Matrix matrix, float[] steps, Matrix slopes, float rate) =>
        Parallel.For(0, matrix.Rows, row => Move(matrix.Row(row), ref steps[row], slopes.Row(row), rate));

    private static void Move(Span<float> values, ref float steps, ReadOnlySpan<float> slope, float rate)
    {
        steps += TensorPrimitives.SumOfSquares(slope) / slope.Length;
        TensorPrimitives.MultiplyAdd(slope, -rate / (MathF.Sqrt(steps) + StepFloor), values, values);
    }
}

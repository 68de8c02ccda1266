using System.Numerics.Tensors;

namespace Matchmaking.Core.Language.Lexicon.Training;

/// <summary>
/// InfoNCE over a batch, both ways: each left text is to find its right one among all, and each right one its left one.
/// Oord et al., "Representation Learning with Contrastive Predictive Coding", 2018.
/// </summary>
internal static class ContrastiveLoss
{
    /// <param name="embedded">The left texts of the batch, then the right ones; rows of length 1.</param>
    /// <returns>The slope of the mean loss for each row.</returns>
    public static Matrix Gradient(Matrix embedded, (string Left, string Right)[] batch, float temperature)
    {
        var size = batch.Length;
        var (left, right) = (Half(embedded, 0, size), Half(embedded, size, size));
        var scores = left.TimesTransposed(right);
        Mask(scores, batch);
        TensorPrimitives.Divide(scores.Values, temperature, scores.Values);
        var slopes = new Matrix(size, size);
        var byColumn = scores.Transposed();
        Parallel.For(
            0,
            size,
            row =>
            {
                TensorPrimitives.SoftMax(scores.Row(row), slopes.Row(row));
                TensorPrimitives.SoftMax(byColumn.Row(row), byColumn.Row(row));
            }
        );
        TensorPrimitives.Add(slopes.Values, byColumn.Transposed().Values, slopes.Values);
        for (var row = 0; row < size; row++)
        {
            slopes.Row(row)[row] -= 2;
        }

        TensorPrimitives.Multiply(slopes.Values, 1 / (2 * size * temperature), slopes.Values);
        var gradient = new Matrix(2 * size, embedded.Columns);
        slopes.TimesTransposed(right.Transposed()).Values.CopyTo(gradient.Values, 0);
        slopes.Transposed().TimesTransposed(left.Transposed()).Values.CopyTo(gradient.Values, size * embedded.Columns);
        return gradient;
    }

    /// <summary>Another pair with one of the same texts is no wrong answer.</summary>
    private static void Mask(Matrix scores, (string Left, string Right)[] batch)
    {
        var lefts = Enumerable.Range(0, batch.Length).ToLookup(place => batch[place].Left, StringComparer.Ordinal);
        var rights = Enumerable.Range(0, batch.Length).ToLookup(place => batch[place].Right, StringComparer.Ordinal);
        for (var row = 0; row < batch.Length; row++)
        {
            foreach (var other in lefts[batch[row].Left].Concat(rights[batch[row].Right]).Where(other => other != row))
            {
                scores.Row(row)[other] = float.MinValue / 2;
                scores.Row(other)[row] = float.MinValue / 2;
            }
        }
    }

    private static Matrix Half(Matrix embedded, int first, int rows)
    {
        var half = new Matrix(rows, embedded.Columns);
        embedded.Values.AsSpan(first * embedded.Columns, rows * embedded.Columns).CopyTo(half.Values);
        return half;
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Matchmaking.Core.Language.Lexicon.Training;

/// <summary>Rows of floats in one array; the one product that training needs, made for the processor's wide registers.</summary>
internal sealed class Matrix(int rows, int columns)
{
    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public float[] Values { get; } = new float[rows * columns];

    public Span<float> Row(int row) => Values.AsSpan(row * Columns, Columns);

    public Matrix Transposed()
    {
        var result = new Matrix(Columns, Rows);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                result.Values[column * Rows + row] = Values[row * Columns + column];
            }
        }

        return result;
    }

    /// <summary>This (m × k) times the transpose of <paramref name="other"/> (n × k): every row with every row, m × n.</summary>
    public Matrix TimesTransposed(Matrix other)
    {
        var result = new Matrix(Rows, other.Rows);
        var blocks = (Rows + 3) / 4;
        Parallel.For(0, blocks, block => FourRows(other, result, block * 4));
        return result;
    }

    /// <summary>Four rows with two at a time: each number that is loaded is used at least twice.</summary>
    private void FourRows(Matrix other, Matrix result, int first)
    {
        var last = Rows - 1;
        var four = (Math.Min(first, last), Math.Min(first + 1, last), Math.Min(first + 2, last), Math.Min(first + 3, last));
        for (var column = 0; column < other.Rows; column += 2)
        {
            var next = Math.Min(column + 1, other.Rows - 1);
            var (left, right) = TwoColumns(four, other.Row(column), other.Row(next));
            for (var row = 0; row < 4 && first + row < Rows; row++)
            {
                var start = (first + row) * other.Rows;
                result.Values[start + column] = left[row];
                result.Values[start + next] = next == column ? left[row] : right[row];
            }
        }
    }

    private (Vector4 Left, Vector4 Right) TwoColumns((int A, int B, int C, int D) rows, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ReadOnlySpan<float> a = Row(rows.A),
            b = Row(rows.B),
            c = Row(rows.C),
            d = Row(rows.D);
        ReadOnlySpan<Vector<float>> wideLeft = Wide(left),
            wideRight = Wide(right);
        ReadOnlySpan<Vector<float>> wideA = Wide(a),
            wideB = Wide(b),
            wideC = Wide(c),
            wideD = Wide(d);
        Vector<float> leftA = default,
            leftB = default,
            leftC = default,
            leftD = default,
            rightA = default,
            rightB = default,
            rightC = default,
            rightD = default;
        for (var place = 0; place < wideLeft.Length; place++)
        {
            var (one, other) = (wideLeft[place], wideRight[place]);
            leftA = Vector.FusedMultiplyAdd(wideA[place], one, leftA);
            rightA = Vector.FusedMultiplyAdd(wideA[place], other, rightA);
            leftB = Vector.FusedMultiplyAdd(wideB[place], one, leftB);
            rightB = Vector.FusedMultiplyAdd(wideB[place], other, rightB);
            leftC = Vector.FusedMultiplyAdd(wideC[place], one, leftC);
            rightC = Vector.FusedMultiplyAdd(wideC[place], other, rightC);
            leftD = Vector.FusedMultiplyAdd(wideD[place], one, leftD);
            rightD = Vector.FusedMultiplyAdd(wideD[place], other, rightD);
        }

        var sumLeft = new Vector4(Vector.Sum(leftA), Vector.Sum(leftB), Vector.Sum(leftC), Vector.Sum(leftD));
        var sumRight = new Vector4(Vector.Sum(rightA), Vector.Sum(rightB), Vector.Sum(rightC), Vector.Sum(rightD));
        for (var place = wideLeft.Length * Vector<float>.Count; place < left.Length; place++)
        {
            var column = new Vector4(a[place], b[place], c[place], d[place]);
            sumLeft += column * left[place];
            sumRight += column * right[place];
        }

        return (sumLeft, sumRight);
    }

    private static ReadOnlySpan<Vector<float>> Wide(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);
}

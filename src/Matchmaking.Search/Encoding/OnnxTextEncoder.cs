using System.Security.Cryptography;
using Matchmaking.Core.Language;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace Matchmaking.Search.Encoding;

/// <summary>
/// A sentence encoder of a folder: <c>encoder.onnx</c> with inputs <c>input_ids</c> and <c>attention_mask</c> (int64, batch × tokens) and output
/// <c>embedding</c> (float, batch × dimensions), and <c>sentencepiece.model</c> (unigram). Loaded at the first text.
/// </summary>
internal sealed class OnnxTextEncoder(string folder) : ITextEncoder, IDisposable
{
    private const string ModelFile = "encoder.onnx";
    private const string PiecesFile = "sentencepiece.model";
    private const string EmbeddingOutput = "embedding";
    private const int TokenLimit = 256;
    private const int Unknown = 0;
    private const int Begin = 1;
    private const int End = 2;
    private const int IdDigits = 12;

    private static readonly string[] Inputs = ["input_ids", "attention_mask"];
    private static readonly string[] Outputs = [EmbeddingOutput];

    private readonly Lazy<string> id = new(() => $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}-{Digest(folder)}");
    private readonly Lazy<SentencePieceTokenizer> pieces = new(() => OpenPieces(folder));
    private readonly Lazy<InferenceSession> session = new(() => OpenSession(folder));
    private readonly RunOptions runOptions = new();

    /// <summary>The folder's name and the beginning of a hash of what lies in it.</summary>
    public string Id => id.Value;

    public int Dimensions => session.Value.OutputMetadata[EmbeddingOutput].Dimensions[^1];

    public float[] Encode(string text)
    {
        var ids = Tokens(text);
        var mask = new long[ids.Length];
        Array.Fill(mask, 1);
        long[] shape = [1, ids.Length];
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var results = session.Value.Run(runOptions, Inputs, [idsValue, maskValue], Outputs);
        return Unit(results[0].GetTensorDataAsSpan<float>());
    }

    public void Dispose()
    {
        if (session.IsValueCreated)
        {
            session.Value.Dispose();
        }

        runOptions.Dispose();
    }

    internal long[] Tokens(string text)
    {
        var ids = new List<long>(TokenLimit) { Begin };
        foreach (var piece in pieces.Value.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false))
        {
            if (ids.Count == TokenLimit - 1)
            {
                break;
            }

            // The model was taught with one unknown for a run of characters that it does not know.
            if (piece != Unknown || ids[^1] != Unknown)
            {
                ids.Add(piece);
            }
        }

        ids.Add(End);
        return [.. ids];
    }

    private static float[] Unit(ReadOnlySpan<float> embedding)
    {
        var sum = 0.0;
        foreach (var value in embedding)
        {
            sum += (double)value * value;
        }

        var length = Math.Max(Math.Sqrt(sum), double.Epsilon);
        var unit = new float[embedding.Length];
        for (var index = 0; index < unit.Length; index++)
        {
            unit[index] = (float)(embedding[index] / length);
        }

        return unit;
    }

    private static string Digest(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in new[] { ModelFile, PiecesFile })
        {
            using var stream = File.OpenRead(Path.Combine(folder, file));
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..IdDigits];
    }

    private static SentencePieceTokenizer OpenPieces(string folder)
    {
        using var stream = File.OpenRead(Path.Combine(folder, PiecesFile));
        return SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false);
    }

    private static InferenceSession OpenSession(string folder)
    {
        // One text is too little work to share among threads; the callers are many instead.
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        return new InferenceSession(Path.Combine(folder, ModelFile), options);
    }
}

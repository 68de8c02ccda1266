using System.Text.Json;
using System.Text.Json.Serialization;
using Matchmaking.Core.Language;
using Matchmaking.Search;
using Matchmaking.Search.Encoding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.UnitTests.Search;

public sealed class OnnxTextEncoderTests : IDisposable
{
    private static readonly OnnxTextEncoder Encoder = new(Path.Combine(AppContext.BaseDirectory, "Encoding", "use-multilingual-3"));

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-encoder-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Tokens_and_vectors_are_those_of_the_model_where_it_was_made()
    {
        var samples = Samples();
        Assert.Equal(47, samples.Count);
        Assert.All(
            samples,
            sample =>
            {
                Assert.Equal(sample.Ids, Encoder.Tokens(sample.Text));
                Assert.InRange(Cosine(sample.Embedding, Encoder.Encode(sample.Text)), 0.9999, 1.0001);
            }
        );
    }

    [Fact]
    public void Vectors_have_unit_length_and_the_length_that_is_stated() =>
        Assert.All(
            ["", " ", "电池级氢氧化锂", "\u0001", new string('锂', 20_000)],
            text =>
            {
                var vector = Encoder.Encode(text);
                Assert.Equal(Encoder.Dimensions, vector.Length);
                Assert.InRange(vector.Sum(value => (double)value * value), 0.9999, 1.0001);
            }
        );

    [Fact]
    public void Long_text_is_cut_and_still_ends_as_a_text_does()
    {
        var tokens = Encoder.Tokens(string.Join(' ', Enumerable.Repeat("battery cathode material", 500)));

        Assert.Equal((256, 1, 2), (tokens.Length, tokens[0], tokens[^1]));
    }

    [Fact]
    public void Many_threads_get_the_vectors_that_one_gets()
    {
        var texts = Samples().ConvertAll(sample => sample.Text);
        var alone = texts.ConvertAll(Encoder.Encode);

        Parallel.For(0, texts.Count * 4, call => Assert.Equal(alone[call % texts.Count], Encoder.Encode(texts[call % texts.Count])));
    }

    [Fact]
    public void Texts_of_one_meaning_are_nearer_than_others_in_any_language()
    {
        var chinese = Encoder.Encode("锂离子电池");

        Assert.True(Cosine(chinese, Encoder.Encode("리튬 이온 배터리")) > Cosine(chinese, Encoder.Encode("화장품")) + 0.2);
    }

    [Fact]
    public void Encoder_inside_is_the_choice_where_nothing_is_chosen_and_its_name_says_what_it_holds()
    {
        var encoder = Chosen(string.Empty);

        Assert.Matches("^use-multilingual-3-[0-9a-f]{12}$", encoder.Id);
        Assert.Equal(512, encoder.Dimensions);
    }

    [Fact]
    public void No_encoder_has_no_dimensions()
    {
        var none = Chosen("None");

        Assert.Equal((0, 0), (none.Dimensions, none.Encode("锂").Length));
        Assert.NotEqual(Chosen(string.Empty).Id, none.Id);
    }

    [Fact]
    public void Folder_of_another_encoder_is_used_and_named_after_its_content()
    {
        Copy("encoder.onnx");
        Copy("sentencepiece.model");

        var encoder = Chosen(folder);

        Assert.Equal(Encoder.Encode("锂"), encoder.Encode("锂"));
        Assert.StartsWith(Path.GetFileName(folder), encoder.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Unusable_folder_stops_the_start_with_one_line_that_names_the_key(bool hasModel, bool hasPieces)
    {
        Put("encoder.onnx", hasModel);
        Put("sentencepiece.model", hasPieces);

        var refused = Assert.Throws<InvalidOperationException>(() => Chosen(folder));

        Assert.StartsWith($"Language:Encoder is '{folder}'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static ITextEncoder Chosen(string choice) =>
        new ServiceCollection()
            .AddTextEncoder(new ConfigurationBuilder().AddInMemoryCollection([new("Language:Encoder", choice)]).Build())
            .BuildServiceProvider()
            .GetRequiredService<ITextEncoder>();

    private static double Cosine(float[] left, float[] right) =>
        left.Zip(right).Sum(pair => (double)pair.First * pair.Second)
        / Math.Sqrt(left.Sum(value => (double)value * value) * right.Sum(value => (double)value * value));

    private static List<Sample> Samples()
    {
        using var reader = new StreamReader(typeof(OnnxTextEncoderTests).Assembly.GetManifestResourceStream("parity.jsonl")!);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<Sample>(line)!),
        ];
    }

    /// <summary>The real file, or one that is none.</summary>
    private void Put(string name, bool isReal)
    {
        if (isReal)
        {
            Copy(name);
        }
        else
        {
            File.WriteAllText(Path.Combine(folder, name), "neither\nof the two");
        }
    }

    private void Copy(string name) =>
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Encoding", "use-multilingual-3", name), Path.Combine(folder, name));

    private sealed record Sample(
        [property: JsonPropertyName("text")] string Text,
        [property: JsonPropertyName("input_ids")] long[] Ids,
        [property: JsonPropertyName("embedding")] float[] Embedding
    );
}

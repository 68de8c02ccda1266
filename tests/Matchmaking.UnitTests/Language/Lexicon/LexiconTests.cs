using System.Numerics.Tensors;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Language.Lexicon.Training;
using Xunit;

namespace Matchmaking.UnitTests.Language.Lexicon;

public sealed class LexiconTests
{
    private static readonly (string, string)[] Words =
    [
        ("전해액", "电解液"),
        ("분리막", "隔膜"),
        ("양극재", "正极材料"),
        ("음극재", "负极材料"),
        ("동박", "铜箔"),
        ("수산화리튬", "氢氧化锂"),
        ("반도체", "半导体"),
        ("기판", "基板"),
        ("철근", "螺纹钢"),
        ("나사", "螺丝"),
        ("용접기", "焊机"),
        ("감속기", "减速器"),
        ("전구체", "前驱体"),
        ("흑연", "石墨"),
        ("알루미늄박", "铝箔"),
        ("노광기", "光刻机"),
    ];

    [Fact]
    public void What_was_learnt_of_words_holds_for_new_phrases_of_them()
    {
        var lexicon = Learn(seed: 7);
        var query = lexicon.Embed("전해액 첨가제 및 분리막");
        Assert.True(Likeness(query, lexicon.Embed("锂电池用电解液、隔膜")) > Likeness(query, lexicon.Embed("螺纹钢与螺丝")));
    }

    [Fact]
    public void Same_pairs_and_settings_give_the_same_lexicon() => Assert.Equal(Bytes(Learn(seed: 7)), Bytes(Learn(seed: 7)));

    [Fact]
    public void Other_seed_gives_another_lexicon() => Assert.NotEqual(Bytes(Learn(seed: 7)), Bytes(Learn(seed: 8)));

    [Fact]
    public void File_holds_what_was_learnt()
    {
        var lexicon = Learn(seed: 7);
        using var file = new MemoryStream(Bytes(lexicon));
        var read = LearntLexicon.Read(file);
        Assert.Equal(lexicon.Embed("铜箔"), read.Embed("铜箔"));
        Assert.NotEmpty(read.Version);
    }

    [Fact]
    public void Heading_is_known_by_the_text_that_described_it()
    {
        AlignedRow[] rows = [.. AlignedTable.Read(new StringReader("hs\tzh\tko\n0106\t电解液\t전해액\n\t焊机\t용접기\n"))];
        using var file = new MemoryStream(Bytes(Learn(seed: 7, rows)));
        var meanings = new MeaningSpace(LearntLexicon.Read(file), new NoTextEncoder());
        string Heading(string text) => meanings.HeadingNames.Of(meanings.Of(text)!)[0].Code;

        Assert.Equal("0106", Heading("电解液"));
        Assert.NotEqual("0106", Heading("焊机"));
    }

    [Fact]
    public void File_of_something_else_is_refused()
    {
        using var file = new MemoryStream("no lexicon"u8.ToArray());
        Assert.ThrowsAny<Exception>(() => LearntLexicon.Read(file));
    }

    [Fact]
    public void Text_of_which_nothing_is_known_has_no_direction() => Assert.All(Learn(seed: 7).Embed("∅"), value => Assert.Equal(0, value));

    [Fact]
    public void Readings_connect_words_that_were_never_paired()
    {
        var lexicon = Learn(seed: 7, ("사업 공업", "事业 工业"), ("기업 상업", "企业 商业"));
        Assert.True(Likeness(lexicon.Embed("상업"), lexicon.Embed("商业")) > Likeness(lexicon.Embed("상업"), lexicon.Embed("焊机")));
    }

    [Fact]
    public void Words_are_aligned_with_their_translations()
    {
        var (left, right) = ("고순도 전해액 공급", "求购电解液");
        var best = Assert.Single(new WordAlignment(Learn(seed: 7)).Align(left, right));
        Assert.Equal(("전해액", "电解液"), (left[best.Left], right[best.Right]));
    }

    private static float Likeness(float[] one, float[] other) => TensorPrimitives.Dot<float>(one, other);

    private static byte[] Bytes(LearntLexicon lexicon)
    {
        using var file = new MemoryStream();
        lexicon.Write(file);
        return file.ToArray();
    }

    private static LearntLexicon Learn(int seed, params (string, string)[] more) => Learn(seed, [], more);

    private static LearntLexicon Learn(int seed, AlignedRow[] rows, params (string, string)[] more)
    {
        var settings = new LexiconSettings
        {
            Dimensions = 64,
            BatchSize = 16,
            Rounds = 60,
            LeastTexts = 1,
            Seed = seed,
        };
        var learnt = new LexiconTrainer(settings, encoder: null).Train([new AlignedSet("words", [.. Words, .. more], 1)], null, default);
        return LearntLexicon.Of(learnt, string.Empty, rows);
    }
}

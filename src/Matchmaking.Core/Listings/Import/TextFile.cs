using System.Text;

namespace Matchmaking.Core.Listings.Import;

/// <summary>Opens a text in whichever encoding Excel and the offices of the two countries write: UTF-8, CP949 (EUC-KR) or GB18030.</summary>
public static class TextFile
{
    /// <summary>
    /// In CP949 the double bytes below this lead are the 2,350 common syllables, from it on Chinese characters, which Korean trade texts
    /// hardly use; in GB18030 a third of everyday Chinese lies from it on.
    /// </summary>
    private const byte FirstLeadOfRareHanja = 0xC9;
    private const double RareHanjaShare = 0.15;

    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding in which the whole stream decodes without an error, or null. The stream is left at its start.</summary>
    /// <param name="stream">Seekable.</param>
    public static async Task<Encoding?> DetectAsync(Stream stream, CancellationToken cancellationToken)
    {
        var found = await MarkAsync(stream, cancellationToken);
        if (found is null && await DecodesAsync(stream, Strict(Encoding.UTF8.CodePage), cancellationToken))
        {
            found = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        if (found is null)
        {
            var korean = await DecodesAsync(stream, Strict(949), cancellationToken);
            var chinese = await DecodesAsync(
                stream,
                Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
                cancellationToken
            );
            found = (korean, chinese) switch
            {
                (true, true) => await LooksChineseAsync(stream, cancellationToken)
                    ? Encoding.GetEncoding("GB18030")
                    : Encoding.GetEncoding(949),
                (true, false) => Encoding.GetEncoding(949),
                (false, true) => Encoding.GetEncoding("GB18030"),
                _ => null,
            };
        }

        stream.Position = 0;
        return found;
    }

    /// <summary>Byte order marks. A file with a UTF-8 mark that is not UTF-8 goes on to the other tests.</summary>
    private static async Task<Encoding?> MarkAsync(Stream stream, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        var start = new byte[2];
        var read = await stream.ReadAtLeastAsync(start, 2, throwOnEndOfStream: false, cancellationToken);
        return (read, start[0], start[1]) switch
        {
            (2, 0xFF, 0xFE) => Encoding.Unicode,
            (2, 0xFE, 0xFF) => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static Encoding Strict(int codePage) =>
        Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static async Task<bool> DecodesAsync(Stream stream, Encoding encoding, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[64 * 1024];
        var characters = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            for (int read; (read = await stream.ReadAsync(bytes, cancellationToken)) > 0; )
            {
                var count = decoder.GetChars(bytes.AsSpan(0, read), characters, flush: false);
                if (characters.AsSpan(0, count).Contains('\0'))
                {
                    return false;
                }
            }

            decoder.GetChars([], characters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static async Task<bool> LooksChineseAsync(Stream stream, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        var bytes = new byte[64 * 1024];
        var (pairs, rare, isTrail) = (0L, 0L, false);
        for (int read; (read = await stream.ReadAsync(bytes, cancellationToken)) > 0; )
        {
            foreach (var value in bytes.AsSpan(0, read))
            {
                if (isTrail || value < 0x81)
                {
                    isTrail = false;
                    continue;
                }

                isTrail = true;
                pairs++;
                rare += value >= FirstLeadOfRareHanja ? 1 : 0;
            }
        }

        return rare > pairs * RareHanjaShare;
    }
}

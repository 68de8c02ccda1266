using System.Buffers;

namespace Matchmaking.Web.Security;

/// <summary>Reads a URL-encoded form and writes U+FFFD for each NUL, encoded or bare, wherever the reads happen to be cut.</summary>
public sealed class NulFreeFormStream(Stream form) : Stream
{
    private readonly byte[] read = new byte[4096];
    private readonly ArrayBufferWriter<byte> ready = new();
    private int taken;

    /// <summary>How many characters of an encoded NUL have been read and not yet passed on.</summary>
    private int held;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private static ReadOnlySpan<byte> EncodedNul => "%00"u8;

    private static ReadOnlySpan<byte> Replacement => "%EF%BF%BD"u8;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (taken == ready.WrittenCount)
        {
            ready.ResetWrittenCount();
            taken = 0;
            var count = await form.ReadAsync(read, cancellationToken);
            if (count == 0)
            {
                PassHeldOn();
                break;
            }

            Translate(read.AsSpan(0, count));
        }

        var passed = Math.Min(buffer.Length, ready.WrittenCount - taken);
        ready.WrittenMemory.Slice(taken, passed).CopyTo(buffer);
        taken += passed;
        return passed;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Translate(ReadOnlySpan<byte> text)
    {
        foreach (var sign in text)
        {
            if (sign == EncodedNul[held])
            {
                held++;
                if (held == EncodedNul.Length)
                {
                    ready.Write(Replacement);
                    held = 0;
                }

                continue;
            }

            PassHeldOn();
            if (sign == EncodedNul[0])
            {
                held = 1;
            }
            else
            {
                ready.Write(sign == 0 ? Replacement : [sign]);
            }
        }
    }

    private void PassHeldOn()
    {
        ready.Write(EncodedNul[..held]);
        held = 0;
    }
}

using System.Net;

namespace Matchmaking.IntegrationTests.Hosting.Nodes;

/// <summary>A form of which one half is sent at once and the other one when it is let go: its request is in the middle until then.</summary>
internal sealed class HeldBody
{
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first half has been sent.</summary>
    public Task Held => held.Task;

    public void Release() => released.SetResult();

    public HttpContent Of(HttpContent form) => new Content(form, this);

    private sealed class Content : HttpContent
    {
        private readonly HttpContent form;
        private readonly HeldBody holding;

        public Content(HttpContent form, HeldBody holding)
        {
            (this.form, this.holding) = (form, holding);
            Headers.ContentType = form.Headers.ContentType;
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var bytes = await form.ReadAsByteArrayAsync();
            await stream.WriteAsync(bytes.AsMemory(..(bytes.Length / 2)));
            await stream.FlushAsync();
            holding.held.SetResult();
            await holding.released.Task;
            await stream.WriteAsync(bytes.AsMemory((bytes.Length / 2)..));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = form.Headers.ContentLength ?? 0;
            return length > 0;
        }

        protected override void Dispose(bool disposing)
        {
            form.Dispose();
            base.Dispose(disposing);
        }
    }
}

using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Terms;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Terms;

/// <summary>Own words as a glossary file: out for another site, in from one.</summary>
[Route("terms")]
public sealed class TermFilesController(IStringLocalizer<Texts> texts) : Controller
{
    private const int FileLimit = 4 << 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [HttpGet("export")]
    public async Task<IActionResult> Export(Actor actor, [FromServices] ExportTerms export, CancellationToken cancellationToken)
    {
        var lines = await export.ExecuteAsync(actor, cancellationToken);
        return lines.Succeeded
            ? File(Strict.GetBytes(lines.Value), "text/tab-separated-values; charset=utf-8", "own-words.tsv")
            : NotFound();
    }

    [HttpPost("import")]
    [RequestSizeLimit(FileLimit)]
    public async Task<IActionResult> Import(
        IFormFile? file,
        Actor actor,
        [FromServices] ImportTerms import,
        CancellationToken cancellationToken
    )
    {
        if (!actor.MayTeach())
        {
            return NotFound();
        }

        if (file is null)
        {
            return this.Done(texts["Choose a file first."], "/terms");
        }

        var result = await ReadAsync(file, actor, import, cancellationToken);
        return this.Answer(result, () => View("Imported", result.Value), () => this.Done(texts.Sentence(result.Errors[0]), "/terms"));
    }

    private static async Task<Result<TermImport>> ReadAsync(
        IFormFile file,
        Actor actor,
        ImportTerms import,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), Strict);
            return await import.ExecuteAsync(reader, actor, cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            return TermErrors.Unreadable;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos;

[Authorize(Policies.Agency)]
[Route("organise/{id}/interpreters")]
public sealed class ExpoInterpretersController(IStringLocalizer<Texts> texts, ReadExpo read, SaveInterpreter save) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        return expo.Succeeded ? View("Interpreters", expo.Value) : NotFound();
    }

    [HttpGet("new")]
    public Task<IActionResult> New(ExpoId id, Actor actor, CancellationToken cancellationToken) =>
        FormAsync(id, null, actor, cancellationToken);

    [HttpPost("new")]
    public Task<IActionResult> New(ExpoId id, InterpreterForm form, Actor actor, CancellationToken cancellationToken) =>
        SaveAsync(id, null, form, actor, cancellationToken);

    [HttpGet("{interpreter:guid}")]
    public Task<IActionResult> Edit(ExpoId id, Guid interpreter, Actor actor, CancellationToken cancellationToken) =>
        FormAsync(id, interpreter, actor, cancellationToken);

    [HttpPost("{interpreter:guid}")]
    public Task<IActionResult> Edit(ExpoId id, Guid interpreter, InterpreterForm form, Actor actor, CancellationToken cancellationToken) =>
        SaveAsync(id, interpreter, form, actor, cancellationToken);

    private async Task<IActionResult> FormAsync(ExpoId id, Guid? interpreter, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        var known = expo.Succeeded ? expo.Value.Interpreters.FirstOrDefault(item => item.Id == interpreter) : null;
        return expo.Succeeded && (interpreter is null || known is not null)
            ? View("Interpreter", new InterpreterPage(expo.Value, known?.Id, InterpreterForm.Of(known)))
            : NotFound();
    }

    private async Task<IActionResult> SaveAsync(
        ExpoId id,
        Guid? interpreter,
        InterpreterForm form,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid("Interpreter", new InterpreterPage(expo.Value, interpreter, form));
        }

        var input = new InterpreterInput(form.Name ?? string.Empty, [.. form.Pairs], [.. form.Absent]);
        var saved = await save.ExecuteAsync(id, interpreter, input, actor, cancellationToken);
        return this.Answer(
            saved,
            () => this.Done(texts["“{0}” is saved.", input.Name.Trim()], $"/organise/{id}/interpreters"),
            () => View("Interpreter", new InterpreterPage(expo.Value, interpreter, form))
        );
    }
}

/// <param name="Id">Null for a new one.</param>
public sealed record InterpreterPage(Expo Expo, Guid? Id, InterpreterForm Form);

public sealed class InterpreterForm
{
    [Required, StringLength(ExpoInterpreter.NameLimit)]
    public string? Name { get; set; }

    public IList<string> Pairs { get; set; } = [];

    /// <summary>Ids of slots.</summary>
    public IList<Guid> Absent { get; set; } = [];

    public static InterpreterForm Of(ExpoInterpreter? interpreter) =>
        interpreter is null
            ? new InterpreterForm { Pairs = [ExpoInterpreter.AllPairs[0]] }
            : new InterpreterForm
            {
                Name = interpreter.Name,
                Pairs = [.. interpreter.Pairs],
                Absent = [.. interpreter.Absent],
            };
}

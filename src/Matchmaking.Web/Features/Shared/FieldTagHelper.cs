using System.Text.Encodings.Web;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Shared;

/// <summary>
/// <c>&lt;field for="Title" label="…" hint="…" optional="true"&gt;&lt;input asp-for="Title"&gt;&lt;/field&gt;</c>: label, hint, control and
/// error, wired together for screen readers. The control inside gets its description and validity by <see cref="FieldControlTagHelper"/>.
/// </summary>
public sealed class FieldTagHelper(IHtmlGenerator generator, HtmlEncoder encoder, IStringLocalizer<Texts> texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = string.Empty;

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    /// <summary>A group of choices: the label becomes the legend of a fieldset.</summary>
    public bool Group { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = NameAndIdProvider(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
        var errors = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : [];
        var state = new FieldState(string.IsNullOrEmpty(Hint) ? null : $"{id}-hint", errors.Count == 0 ? null : $"{id}-error");
        context.Items[typeof(FieldState)] = state;
        FieldLabels.Of(ViewContext.HttpContext)[id] = Label;
        var control = await output.GetChildContentAsync();

        output.TagName = Group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        if (Group)
        {
            // The error summary links here: a fieldset has no control of the field's own name.
            output.Attributes.SetAttribute("id", id);
            output.Attributes.SetAttribute("tabindex", "-1");
            if (state.DescribedBy is { } describedBy)
            {
                output.Attributes.SetAttribute("aria-describedby", describedBy);
            }
        }

        var optional = Optional ? $" <span class=\"optional\">{Encode(texts["optional"])}</span>" : string.Empty;
        output.Content.AppendHtml(
            Group ? $"<legend>{Encode(Label)}{optional}</legend>" : $"<label for=\"{Encode(id)}\">{Encode(Label)}{optional}</label>"
        );
        if (state.HintId is not null)
        {
            output.Content.AppendHtml($"<p class=\"hint\" id=\"{Encode(state.HintId)}\">{Encode(Hint!)}</p>");
        }

        output.Content.AppendHtml(control);
        if (state.ErrorId is not null)
        {
            output.Content.AppendHtml(
                $"<p class=\"field-error\" id=\"{Encode(state.ErrorId)}\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"/img/icons.svg#alert\"></use></svg><span>{Encode(string.Join(' ', errors.Select(error => error.ErrorMessage)))}</span></p>"
            );
        }
    }

    private string NameAndIdProvider(string expression) => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(expression);

    private string Encode(string text) => encoder.Encode(text);
}

/// <summary>What the control inside a field must say of itself.</summary>
internal sealed record FieldState(string? HintId, string? ErrorId)
{
    public string? DescribedBy =>
        (HintId, ErrorId) switch
        {
            (null, null) => null,
            (null, var error) => error,
            (var hint, null) => hint,
            var (hint, error) => $"{hint} {error}",
        };
}

[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    // After the framework's own helper, which sets the name and the value.
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FieldState), out var item) || item is not FieldState state)
        {
            return;
        }

        if (state.DescribedBy is { } describedBy)
        {
            output.Attributes.SetAttribute("aria-describedby", describedBy);
        }

        if (state.ErrorId is not null)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }
    }
}

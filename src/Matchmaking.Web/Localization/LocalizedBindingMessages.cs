using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Matchmaking.Web.Localization;

/// <summary>What model binding says of a value that is not of the field's type, in the reader's language.</summary>
internal sealed class LocalizedBindingMessages(IStringLocalizer<Texts> texts) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Unusable);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unusable);
        messages.SetUnknownValueIsInvalidAccessor(_ => Unusable);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unusable);
        messages.SetValueIsInvalidAccessor(_ => Unusable);
        messages.SetValueMustBeANumberAccessor(_ => Unusable);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Unusable);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Please fill in this field."]);
    }

    private string Unusable => texts["This value cannot be used here."];
}

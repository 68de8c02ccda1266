using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Matchmaking.Web.Localization;

/// <summary>Gives every validation attribute without a message of its own a sentence that the text resource translates.</summary>
internal sealed class LocalizedMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if (context.Key is { MetadataKind: ModelMetadataKind.Property, ModelType: var type } && type == typeof(string))
        {
            context.ValidationMetadata.ValidatorMetadata.Add(new PlainTextAttribute());
        }

        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = MessageFor(attribute);
            }
        }
    }

    private static string? MessageFor(ValidationAttribute attribute) =>
        attribute switch
        {
            RequiredAttribute => "Please fill in this field.",
            StringLengthAttribute { MinimumLength: > 0 } => "Please write between {2} and {1} characters.",
            StringLengthAttribute => "Please write at most {1} characters.",
            MaxLengthAttribute => "Please write at most {1} characters.",
            EnumDataTypeAttribute => "This value cannot be used here.",
            EmailAddressAttribute => "Please enter a mail address such as name@example.com.",
            UrlAttribute => "Please enter a web address that starts with http:// or https://.",
            CompareAttribute => "The two entries differ.",
            PlainTextAttribute => "There is a character here that cannot be stored. Please type the text again instead of pasting it.",
            RangeAttribute => "Please enter a number between {1} and {2}.",
            _ => null,
        };
}

internal static class LocalizedMessagesRegistration
{
    public static void AddLocalizedMessages(this MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new LocalizedMessages());
        // Non-nullable form properties are checked by their own attributes, with a translated message.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}

using System.ComponentModel.DataAnnotations;

namespace Matchmaking.Web.Localization;

/// <summary>
/// Refuses what is no text: control characters other than tab and line end, halves of surrogate pairs, and U+FFFD, which stands where
/// something could not be read. Databases and files store these differently or not at all. Every string of every form carries it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PlainTextAttribute : ValidationAttribute
{
    public override bool IsValid(object? value)
    {
        if (value is not string text)
        {
            return true;
        }

        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\uFFFD' || (char.IsControl(text[index]) && text[index] is not ('\t' or '\r' or '\n')))
            {
                return false;
            }

            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return false;
            }

            index++;
        }

        return true;
    }
}

using System.Globalization;
using System.Text;
using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Terms;

/// <summary>Ids of concepts that agencies add: told from shipped ones by their beginning, readable where there is an English term.</summary>
internal static class ConceptIds
{
    private const string Prefix = "own-";
    private const int SlugLimit = 60;

    public static string New(TermContent content, Func<string, bool> isTaken)
    {
        var slug = Slug(content.En.Select(term => ConceptTerm.Parse(term).Text).FirstOrDefault(string.Empty));
        var unique = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];
        return slug.Length == 0 ? Prefix + unique
            : isTaken(Prefix + slug) ? $"{Prefix}{slug}-{unique}"
            : Prefix + slug;
    }

    private static string Slug(string term)
    {
        var slug = new StringBuilder();
        foreach (var character in term.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, SlugLimit)).Trim('-');
    }
}

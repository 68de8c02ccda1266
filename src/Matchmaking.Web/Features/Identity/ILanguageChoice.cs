using Matchmaking.Core.Common;

namespace Matchmaking.Web.Features.Identity;

/// <summary>A form in which somebody says which language they read.</summary>
public interface ILanguageChoice
{
    LanguageCode Language { get; }
}

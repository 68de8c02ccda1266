using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>What a firm's entry in the index is to become.</summary>
/// <param name="Version">The firm's <c>IndexVersion</c>.</param>
/// <param name="Document">Null for a firm of which nothing is to be found; its version is remembered.</param>
public sealed record PartnerChange(CompanyId Id, long Version, PartnerDocument? Document)
{
    public static PartnerChange Of(PartnerDocument document) => new(document.Id, document.Version, document);

    public static PartnerChange Removal(CompanyId id, long version) => new(id, version, Document: null);
}

/// <param name="Reason">As the engine puts it, for an operator.</param>
public sealed record RefusedChange(CompanyId Id, string Reason);

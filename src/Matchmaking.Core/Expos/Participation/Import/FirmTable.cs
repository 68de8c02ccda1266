using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Participation.Import;

/// <summary>A table of firms to be invited, as it was understood; nothing is written by reading it.</summary>
/// <param name="Encoding">As in <c>utf-8</c>, <c>ks_c_5601-1987</c> (CP949) or <c>gb18030</c>.</param>
public sealed record FirmTable(string Encoding, IReadOnlyList<FirmTableRow> Rows)
{
    public IEnumerable<FoundFirm> Found => Rows.Select(row => row.Firm).OfType<FoundFirm>();
}

/// <summary>Either the firm or why there is none.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Text">What the row calls the firm.</param>
public sealed record FirmTableRow(int Line, string Text, FoundFirm? Firm, Error? Error);

public sealed record FoundFirm(CompanyId Id, Country Country, LocalizedText Names);

using System.ComponentModel;
using System.Runtime.InteropServices;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>A page as it is kept for a while; nothing in it changes.</summary>
/// <param name="Firms">Those on it, as they were when it was made.</param>
[ImmutableObject(true)]
internal sealed record MadePage(PartnersPage Page, IReadOnlySet<FirmVersion> Firms);

/// <param name="Version">The firm's <c>IndexVersion</c>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FirmVersion(CompanyId Id, long Version);

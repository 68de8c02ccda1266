using Matchmaking.Core.Common;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Pdf;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;

/// <summary>The kit as PDF files: the same sheets as on the pages, for where there is neither network nor browser.</summary>
public sealed class KitPapers(PdfFonts fonts, IStringLocalizer<Texts> localizer, TimeProvider clock)
{
    /// <summary>Whether there are fonts for them.</summary>
    public bool CanBeMade => fonts.AreComplete;

    /// <param name="part">As the page is called.</param>
    /// <returns>A file, to be disposed of; null where there is nothing to print.</returns>
    public Stream? Write(string part, KitPage kit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var texts = new TrilingualTexts(localizer);
        var layout = new KitLayout(kit, texts, new Typesetter(fonts));
        var sheets = part switch
        {
            nameof(HallKitController.Tables) => new TableCards(layout).Sheets(),
            nameof(HallKitController.Firms) => new FirmSheets(layout).Sheets(),
            nameof(HallKitController.Interpreters) => new InterpreterSheets(layout).Sheets(),
            nameof(HallKitController.Grid) => new GridSheets(layout).Sheets(),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No part of the kit is called so."),
        };
        var pages = new KitFoot(layout, now).Finish([.. sheets]);
        return pages.Count == 0 ? null : PdfFile.Write(kit.Expo.Profile.Names.For(ReaderLanguage.Current), now, pages, cancellationToken);
    }
}

/// <summary>What is handed out as one: a card, or all that a firm or an interpreter gets.</summary>
/// <param name="Language">Of whoever reads it.</param>
internal sealed record KitSheet(IReadOnlyList<PdfPage> Pages, LanguageCode Language);

internal static class HallKitRegistration
{
    /// <summary>With the fonts of <c>Pdf:Fonts</c>, a folder, or else those of the machine.</summary>
    public static void AddHallKit(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new PdfFonts(configuration["Pdf:Fonts"]));
        services.AddScoped<KitPapers>();
    }
}

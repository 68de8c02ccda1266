using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Search.Encoding;
using Matchmaking.Search.Lucene;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matchmaking.Search;

/// <summary>The choice of the search engine, by <c>Search:Engine</c>, and of the encoder, by <c>Language:Encoder</c>.</summary>
public static class SearchRegistration
{
    /// <summary>One for the whole process, however many hosts it has: it holds a hundred megabytes, and is loaded at the first text.</summary>
    private static readonly OnnxTextEncoder EncoderInside = new(Path.Combine(AppContext.BaseDirectory, "Encoding/use-multilingual-3"));

    /// <param name="folder">Where an embedded engine keeps its index.</param>
    public static IServiceCollection AddSearch(this IServiceCollection services, IConfiguration configuration, string folder) =>
        configuration["Search:Engine"] switch
        {
            null or "" or "Lucene" => services
                .AddTextEncoder(configuration)
                .AddSingleton<IPartnerIndex>(provider => new LucenePartnerIndex(
                    folder,
                    () => provider.GetService<MeaningSpace>()?.Version ?? provider.GetRequiredService<ITextEncoder>().Id,
                    provider.GetService<TimeProvider>() ?? TimeProvider.System,
                    provider.GetRequiredService<ILogger<LucenePartnerIndex>>()
                )),
            var unknown => throw new InvalidOperationException($"Search:Engine is '{unknown}'; allowed: Lucene."),
        };

    /// <summary>The one that comes with the product is loaded at the first text, another one at once, so that a wrong folder stops the start.</summary>
    public static IServiceCollection AddTextEncoder(this IServiceCollection services, IConfiguration configuration) =>
        configuration["Language:Encoder"] switch
        {
            null or "" => services.AddSingleton<ITextEncoder>(EncoderInside),
            "None" => services.AddSingleton<ITextEncoder, NoTextEncoder>(),
            var folder => services.AddOpened(folder),
        };

    private static IServiceCollection AddOpened(this IServiceCollection services, string folder)
    {
        var encoder = new OnnxTextEncoder(Path.GetFullPath(folder));
        try
        {
            if (encoder.Encode("a").Length != encoder.Dimensions)
            {
                throw new InvalidDataException("the output is not of the length that the model states");
            }
        }
        catch (Exception exception)
        {
            encoder.Dispose();
            throw new InvalidOperationException(
                $"Language:Encoder is '{folder}', which holds no usable encoder ({exception.Message.ReplaceLineEndings(" ")}); "
                    + "allowed: None, or a folder with encoder.onnx and sentencepiece.model.",
                exception
            );
        }

        return services.AddSingleton<ITextEncoder>(_ => encoder);
    }
}

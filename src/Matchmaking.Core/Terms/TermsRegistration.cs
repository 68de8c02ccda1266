using Matchmaking.Core.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Terms;

public static class TermsRegistration
{
    public static IServiceCollection AddTerms(this IServiceCollection services) =>
        services
            .AddScoped<RefreshGlossary>()
            .AddScoped<FindKnownTerms>()
            .AddScoped<SaveTerms>()
            .AddScoped<AddTerm>()
            .AddScoped<EditTerm>()
            .AddScoped<RemoveTerm>()
            .AddScoped<RestoreTerm>()
            .AddScoped<ListTerms>()
            .AddScoped<ShowTerm>()
            .AddScoped<ExportTerms>()
            .AddScoped<ImportTerms>()
            .AddOutboxHandler<TermIndexing>(TermIndexing.Name, TermEvents.Changed);
}

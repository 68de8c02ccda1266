using Matchmaking.Core.Data;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Outbox;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Matchmaking.Web.Hosting;

internal static class HealthRegistration
{
    /// <summary>Less than the balancer's own.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddSiteHealth(this IServiceCollection services)
    {
        services
            .AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: Patience)
            .AddCheck<IndexHealth>("index", HealthStatus.Degraded, timeout: Patience)
            .AddCheck<OutboxHealth>("outbox", timeout: Patience)
            .AddCheck<Draining>(Draining.Check);
        KeptHealth.Add(services);
        return services;
    }

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: requests can be served, though perhaps with old search results.</summary>
    public static void MapSiteHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    /// <summary>Anybody may read it: states and counts, and nothing of an exception, which the log has.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                Status = report.Status.ToString(),
                Checks = report.Entries.ToDictionary(
                    check => check.Key,
                    check => new
                    {
                        Status = check.Value.Status.ToString(),
                        Description = check.Value.Exception is null ? check.Value.Description : null,
                        check.Value.Data,
                    }
                ),
            },
            context.RequestAborted
        );
}

internal sealed class DatabaseHealth(AppDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database cannot be reached.");
}

/// <summary>While it is built or its server is away the site is ready, and its pages say what is missing.</summary>
internal sealed class IndexHealth(IPartnerIndex index) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await index.StateAsync(cancellationToken) switch
            {
                PartnerIndexState.Ready => HealthCheckResult.Healthy(),
                PartnerIndexState.Unavailable => HealthCheckResult.Degraded(
                    "The search server is away or does not let the site in; everything but search and ranking works."
                ),
                _ => HealthCheckResult.Degraded("The search index is being built from the database; until then search is incomplete."),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("The search index cannot be opened.");
        }
    }
}

/// <summary>Mails and the index fall behind when messages wait too long, were given up, or a server that takes them is away; pages are still served.</summary>
internal sealed class OutboxHealth(AppDbContext db, OutboxPauses pauses, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var since = clock.GetUtcNow().UtcDateTime - Patience;
        var open = db.OutboxMessages.Where(message => message.ProcessedAt == null);
        var givenUp = await open.CountAsync(message => message.Attempts >= OutboxMessage.AttemptLimit, cancellationToken);
        var late = await open.CountAsync(
            message => message.Attempts < OutboxMessage.AttemptLimit && message.NotBefore < since,
            cancellationToken
        );
        var counts = new Dictionary<string, object>
        {
            ["waiting"] = await open.CountAsync(cancellationToken) - givenUp,
            ["late"] = late,
            ["givenUp"] = givenUp,
            ["paused"] = pauses.All.Select(pause => pause.Handler).Order(StringComparer.Ordinal).ToArray(),
        };
        return late + givenUp + pauses.All.Count == 0
            ? HealthCheckResult.Healthy(data: counts)
            : HealthCheckResult.Degraded("Mails or search results are behind.", data: counts);
    }
}

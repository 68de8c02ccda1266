using System.Diagnostics;
using System.Reflection;
using Matchmaking.Core.Common;
using Matchmaking.Core.Outbox;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Matchmaking.Web.Hosting.Observability;

/// <summary>What is sent, and what is left out of it. Sampling, intervals and further attributes follow the standard <c>OTEL_…</c> variables.</summary>
internal static class TelemetryExport
{
    /// <summary>Addresses hold what people look for and the tokens of mailed links; the route says enough.</summary>
    private static readonly string[] Withheld = ["url.path", "url.query", "user_agent.original", "client.address", "network.peer.address"];

    /// <param name="endpoint">Null to follow the standard variables alone.</param>
    public static void Add(WebApplicationBuilder builder, Uri? endpoint)
    {
        // Scopes are left out: one of them is the path of the request.
        builder.Logging.AddOpenTelemetry(logging => logging.IncludeFormattedMessage = true);
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("matchmaking", serviceVersion: Version()).AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddSource(Telemetry.Name, "System.Net.Http", "Npgsql").AddAspNetCoreInstrumentation(Trace))
            .WithMetrics(metrics =>
                metrics.AddMeter(
                    Telemetry.Name,
                    "Microsoft.AspNetCore.Hosting",
                    "Microsoft.AspNetCore.Server.Kestrel",
                    "System.Net.Http",
                    "System.Runtime",
                    "Npgsql"
                )
            );
        _ = endpoint is null
            ? telemetry.UseOtlpExporter()
            : telemetry.UseOtlpExporter(Protocol(builder.Configuration["Telemetry:Protocol"]), endpoint);
        builder.Services.AddSingleton<MeasureOutbox>().AddHostedService<OutboxSampling>();
    }

    private static OtlpExportProtocol Protocol(string? name) =>
        name switch
        {
            null or "" or "HttpProtobuf" => OtlpExportProtocol.HttpProtobuf,
            "Grpc" => OtlpExportProtocol.Grpc,
            var unknown => throw new InvalidOperationException($"Telemetry:Protocol is '{unknown}'; allowed: HttpProtobuf, Grpc."),
        };

    private static void Trace(AspNetCoreTraceInstrumentationOptions options)
    {
        options.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
        options.EnrichWithHttpResponse = (activity, _) => Withhold(activity);
    }

    private static void Withhold(Activity activity)
    {
        foreach (var tag in Withheld)
        {
            activity.SetTag(tag, null);
        }
    }

    private static string Version() =>
        typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}

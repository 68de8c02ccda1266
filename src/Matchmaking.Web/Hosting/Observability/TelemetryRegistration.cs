using System.Runtime.CompilerServices;

namespace Matchmaking.Web.Hosting.Observability;

/// <summary>
/// Traces, figures and logs over OTLP, by <c>Telemetry:Endpoint</c> or the standard <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>. With neither, nothing
/// of OpenTelemetry is loaded.
/// </summary>
internal static class TelemetryRegistration
{
    private const string StandardKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.AddConsoleFormatter<TracedJsonFormatter, TracedJsonOptions>();
        switch (builder.Configuration["Telemetry:Endpoint"])
        {
            case null or "" when string.IsNullOrEmpty(builder.Configuration[StandardKey]):
                return;
            case null or "":
                Export(builder, endpoint: null);
                break;
            case var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https":
                Export(builder, uri);
                break;
            case var text:
                throw new InvalidOperationException($"Telemetry:Endpoint is '{text}'; allowed: an address such as http://collector:4318.");
        }
    }

    /// <summary>Not inlined: the packages are loaded when this is compiled.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Export(WebApplicationBuilder builder, Uri? endpoint) => TelemetryExport.Add(builder, endpoint);
}

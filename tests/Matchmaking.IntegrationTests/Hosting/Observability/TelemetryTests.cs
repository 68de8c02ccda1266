using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Identity;
using Matchmaking.IntegrationTests.Site;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting.Observability;

public sealed class TelemetryTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Wanted = "Unspeakablewish";
    private const string Invitation = "Secretinvitationtoken";

    [Fact]
    public async Task Traces_figures_and_logs_arrive_without_what_people_look_for_or_who_they_are()
    {
        await using var peer = await OtlpPeer.StartAsync();
        using var sending = site.WithWebHostBuilder(builder =>
            builder
                .UseSetting("Telemetry:Endpoint", peer.Address)
                .UseSetting("Language:Encoder", "None")
                .UseSetting("Data:Folder", Path.Combine(site.DataFolder, "sending"))
        );
        using var client = sending.CreateClient();
        using var search = await client.GetAsync($"/search?q={Wanted}");
        using var invitation = await client.GetAsync($"/invitations/{Invitation}");
        using var health = await client.GetAsync("/health/ready");
        var mail = Visitor.NewAddress();
        using var registered = await client.SubmitAsync(
            "/register",
            "/register",
            ("Name", "Kim"),
            ("Email", mail),
            ("Password", Visitor.Password),
            ("Language", "Ko")
        );

        await Eventually.TrueAsync(() =>
        {
            sending.Services.GetRequiredService<TracerProvider>().ForceFlush();
            sending.Services.GetRequiredService<MeterProvider>().ForceFlush();
            sending.Services.GetRequiredService<LoggerProvider>().ForceFlush();
            return Task.FromResult(
                peer.Text("traces").Contains("outbox mail-confirmation", StringComparison.Ordinal)
                    && peer.Text("metrics").Contains("matchmaking.mails", StringComparison.Ordinal)
                    && peer.Text("metrics").Contains("matchmaking.outbox.oldest", StringComparison.Ordinal)
            );
        });

        Assert.All(
            ["http.route", "search", "register", "service.version"],
            text => Assert.Contains(text, peer.Text("traces"), StringComparison.OrdinalIgnoreCase)
        );
        Assert.All(
            [
                "matchmaking.search.duration",
                "matchmaking.index.rebuild.duration",
                "matchmaking.outbox.depth",
                "matchmaking.outbox.parked",
                "matchmaking.outbox.lag",
                "http.server.request.duration",
            ],
            name => Assert.Contains(name, peer.Text("metrics"))
        );
        Assert.Contains("search index", peer.Text("logs"));
        Assert.DoesNotContain("health/ready", peer.Text("traces"));
        Assert.All(
            [Wanted, Invitation, mail],
            secret =>
                Assert.All(
                    ["traces", "metrics", "logs"],
                    signal => Assert.DoesNotContain(secret, peer.Text(signal), StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    [Theory]
    [InlineData("Telemetry:Endpoint", "collector:4318")]
    [InlineData("Telemetry:Protocol", "Pigeon")]
    public void Setting_that_cannot_be_meant_stops_the_start(string key, string value)
    {
        using var wrong = site.WithWebHostBuilder(builder =>
            builder.UseSetting("Telemetry:Endpoint", "http://127.0.0.1:1").UseSetting(key, value)
        );

        var failure = Assert.ThrowsAny<InvalidOperationException>(wrong.CreateClient);
        Assert.Contains($"{key} is '{value}'; allowed:", failure.Message);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_of_it_is_loaded_and_each_line_of_the_log_is_json_with_its_trace()
    {
        var folder = Directory.CreateTempSubdirectory("matchmaking-telemetry-").FullName;
        try
        {
            var settings = new Dictionary<string, string>
            {
                ["Data__Folder"] = folder,
                ["Logging__LogLevel__Microsoft.AspNetCore.Routing"] = "Debug",
            };
            using (var silent = await BuiltSite.StartAsync(settings, TestContext.Current.CancellationToken))
            {
                using var client = new HttpClient { BaseAddress = silent.Address };
                using var answer = await client.GetAsync($"/search?q={Wanted}", TestContext.Current.CancellationToken);
                Assert.DoesNotContain("OpenTelemetry", await LoadedAsync(silent));
                var lines = silent.Lines.Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToList();
                Assert.Contains(lines, line => line.TryGetProperty("trace", out var trace) && trace.GetString()!.Length == 32);
                Assert.Contains(lines, line => !line.TryGetProperty("trace", out _));
            }

            // As the test must be able to fail: a site that sends has it in its memory.
            settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1";
            using var sending = await BuiltSite.StartAsync(settings, TestContext.Current.CancellationToken);
            Assert.Contains("OpenTelemetry", await LoadedAsync(sending));
        }
        finally
        {
            DataFiles.Delete(folder);
        }
    }

    [Fact]
    public void Name_of_the_meter_is_the_one_that_is_documented() =>
        Assert.Equal(("Matchmaking", "Matchmaking"), (Telemetry.Meter.Name, Telemetry.Activities.Name));

    private static Task<string> LoadedAsync(BuiltSite site) =>
        File.ReadAllTextAsync($"/proc/{site.ProcessId}/maps", TestContext.Current.CancellationToken);
}

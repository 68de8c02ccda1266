using System.CommandLine;
using Matchmaking.Web.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matchmaking.Web.Commands;

/// <summary><c>openapi</c></summary>
internal static class OpenApiCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out")
        {
            Description = "The file to write, or - for standard output.",
            DefaultValueFactory = _ => "-",
        };
        var command = new Command("openapi", "Writes the OpenAPI document of the JSON API.") { output };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var host = CommandHost.Build();
                await using var scope = host.Services.CreateAsyncScope();
                var document = await scope
                    .ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name)
                    .GetOpenApiDocumentAsync(cancellationToken);
                var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
                var file = parsed.GetValue(output)!;
                if (file == "-")
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(text);
                }
                else
                {
                    await File.WriteAllTextAsync(file, text + "\n", cancellationToken);
                }

                return ExitCode.Done;
            }
        );
        return command;
    }
}

using Matchmaking.Core.Data;
using Matchmaking.Web.Commands;
using Matchmaking.Web.Hosting;

if (CommandLine.IsVerb(args))
{
    return await CommandLine.RunAsync(args, Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddMatchmaking();
var app = builder.Build();
app.UseMatchmaking();
try
{
    await app.RunAsync();
    return 0;
}
catch (DatabaseUnavailableException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

using Matchmaking.Web.Hosting;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddMatchmaking();
var app = builder.Build();
app.UseMatchmaking();
await app.RunAsync();

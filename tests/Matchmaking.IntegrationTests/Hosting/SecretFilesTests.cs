using Matchmaking.Core.Data;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting;

public sealed class SecretFilesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task File_in_the_folder_of_secrets_is_the_key_of_its_name_and_without_its_last_line_end()
    {
        var folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "secrets")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "OpenId__Clients__0__Name"),
            "From a file\n",
            TestContext.Current.CancellationToken
        );
        using var other = site.WithWebHostBuilder(builder =>
            builder.UseSetting("Secrets:Folder", folder).UseSetting("Data:Folder", Path.Combine(site.DataFolder, "secret-site"))
        );

        Assert.Equal("From a file", other.Services.GetRequiredService<IConfiguration>()["OpenId:Clients:0:Name"]);
    }

    [Fact]
    public async Task Password_of_the_database_comes_into_the_connection_whatever_it_holds()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Database:Provider"] = "SqlServer",
                    ["Database:ConnectionString"] = "Server=database;User Id=matchmaking",
                    ["Database:Password"] = "a;b='c' \"d\"",
                }
            )
            .Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddData(settings, string.Empty)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        var connection = scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.GetConnectionString();

        Assert.Equal("a;b='c' \"d\"", new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(connection).Password);
    }
}

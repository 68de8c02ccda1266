using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>One migrated database of its own for a class of tests, opened through the registration that the site uses.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    private ServiceProvider? services;

    /// <summary>A context on a connection of its own, as each request has one. The caller disposes it; its scope holds nothing else.</summary>
    public AppDbContext Open() =>
        services is null
            ? throw new InvalidOperationException("There is no database.")
            : services.CreateScope().ServiceProvider.GetRequiredService<AppDbContext>();

    /// <summary>The same with one more interceptor, which lets the server fail where a test wants it.</summary>
    public AppDbContext Open(IInterceptor interceptor)
    {
        using var plain = Open();
        var options = new DbContextOptionsBuilder((DbContextOptions)plain.GetService<IDbContextOptions>())
            .AddInterceptors(interceptor)
            .Options;
        return (AppDbContext)Activator.CreateInstance(plain.GetType(), options)!;
    }

    public abstract ValueTask InitializeAsync();

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (services is not null)
        {
            await services.DisposeAsync();
        }
    }

    protected async Task CreateAsync(string provider, string connection)
    {
        services = Services(provider, connection);
        await using var db = Open();
        await db.BringUpToDateAsync(CancellationToken.None);
    }

    /// <summary>The database alone, as the site registers it.</summary>
    internal static ServiceProvider Services(string provider, string connection)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Database:Provider"] = provider, ["Database:ConnectionString"] = connection }
            )
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddData(configuration, dataFolder: string.Empty)
            .BuildServiceProvider();
    }
}

using System.Diagnostics;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity.Keys;
using Matchmaking.IntegrationTests.Site;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting;

/// <summary>The certificate that <c>infra/secrets/create</c> makes, as a file of the secrets.</summary>
public sealed class KeyCertificateTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Keys_lie_encrypted_in_the_database_and_are_read_at_the_next_start()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/openssl"), "Needs openssl, with which the script makes the certificate.");
        var folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "certificate-secrets")).FullName;
        var script = Path.Combine(folder, "create");
        File.Copy(Path.Combine(RepositoryRoot.Path, "infra/secrets/create"), script);
        using (var made = Process.Start("bash", [script]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, made.ExitCode);
        }

        File.Move(Path.Combine(folder, "data_protection.pem"), Path.Combine(folder, "ignore.data_protection.pem"));
        string sealedText;
        using (var first = WithSecrets(folder))
        {
            sealedText = Protector(first).Protect("a cookie");
            await using var scope = first.Services.CreateAsyncScope();
            var keys = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<ProtectionKey>().ToListAsync();
            Assert.All(keys, key => Assert.Contains("X509Certificate", key.Xml));
            Assert.All(keys, key => Assert.DoesNotContain("<value>", key.Xml));
            Assert.NotEmpty(keys);
        }

        using var second = WithSecrets(folder);
        Assert.Equal("a cookie", Protector(second).Unprotect(sealedText));
    }

    private WebApplicationFactory<Program> WithSecrets(string folder) =>
        site.WithWebHostBuilder(builder =>
            builder
                .UseSetting("Secrets:Folder", folder)
                .UseSetting("DataProtection:Certificate", Path.Combine(folder, "ignore.data_protection.pem"))
                .UseSetting("Data:Folder", Path.Combine(site.DataFolder, "certificate-site"))
        );

    private static IDataProtector Protector(WebApplicationFactory<Program> site) =>
        site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}

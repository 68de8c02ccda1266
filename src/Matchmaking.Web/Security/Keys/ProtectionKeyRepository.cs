using System.Xml.Linq;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity.Keys;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Security.Keys;

/// <summary>The key ring of data protection in the database, one for all nodes.</summary>
internal sealed class ProtectionKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. Rows(scope).AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        Rows(scope).Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        scope.ServiceProvider.GetRequiredService<AppDbContext>().SaveChanges();
    }

    private static DbSet<ProtectionKey> Rows(IServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<ProtectionKey>();
}

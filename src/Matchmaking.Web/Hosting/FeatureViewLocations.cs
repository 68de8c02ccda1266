using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Matchmaking.Web.Hosting;

/// <summary>Finds a view beside its controller, or in a folder above: the path is what follows <c>Features</c> in the controller's namespace.</summary>
internal sealed class FeatureViewLocations : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor descriptor)
        {
            context.Values["feature"] = descriptor.ControllerTypeInfo.Namespace!.Split(".Features.")[^1].Replace('.', '/');
        }
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        context.Values.TryGetValue("feature", out var folder);
        while (!string.IsNullOrEmpty(folder))
        {
            yield return $"/Features/{folder}/{{0}}.cshtml";
            folder = folder.Contains('/', StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : null;
        }

        yield return "/Features/Shared/{0}.cshtml";
    }
}

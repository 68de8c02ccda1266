using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Matchmaking.Web.Security;

/// <summary>Gives an action its <see cref="Actor"/>; only for actions that a policy has let through.</summary>
internal sealed class ActorModelBinder : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var current = bindingContext.HttpContext.RequestServices.GetRequiredService<CurrentActor>();
        var actor = await current.GetAsync(bindingContext.HttpContext.RequestAborted);
        bindingContext.Result = actor is null ? ModelBindingResult.Failed() : ModelBindingResult.Success(actor);
    }
}

internal sealed class ActorModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(Actor) ? new ActorModelBinder() : null;
}

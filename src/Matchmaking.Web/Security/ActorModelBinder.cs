using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

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

internal static class ActorBinding
{
    public static void AddActorBinding(this MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new ActorModelBinderProvider());
        // Else the API would look for it in the body of a request.
        options.ModelMetadataDetailsProviders.Add(new BindingSourceMetadataProvider(typeof(Actor), BindingSource.Special));
    }
}

internal sealed class ActorModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(Actor) ? new ActorModelBinder() : null;
}

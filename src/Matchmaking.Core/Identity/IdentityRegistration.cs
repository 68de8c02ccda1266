using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Identity;

public static class IdentityRegistration
{
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services
            .AddScoped<RegisterPerson>()
            .AddScoped<ConfirmAddress>()
            .AddScoped<AskForMail>()
            .AddScoped<ResetPassword>()
            .AddScoped<CheckPassword>()
            .AddScoped<ChangePassword>()
            .AddScoped<EditPerson>()
            .AddScoped<ChooseLanguage>()
            .AddScoped<PhantomLockOut>();
}

using Microsoft.Extensions.DependencyInjection;

namespace TitanTrakr.Application.Accounts;

/// <summary>The module's door.</summary>
public static class AccountsModule
{
    /// <summary>Registers what the use cases of this module share.</summary>
    public static IServiceCollection AddAccountsModule(this IServiceCollection services) =>
        services.AddScoped<Owner>().AddScoped<ConfirmationMail>().AddScoped<GuestWorkouts>().AddScoped<GuestBelongings>();
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>ASP.NET Core Identity on the accounts' own rows, and what stands around it.</summary>
internal static class IdentityModule
{
    // What OWASP advises for PBKDF2 with HMAC-SHA512; a stored hash of lower cost is made anew at the next sign-in.
    private const int Iterations = 210_000;

    public static void Add(IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        services.AddIdentityCore<AccountRow>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        // Addresses are checked by the use cases and kept unique by the database; there are no user names.
        services.RemoveAll<IUserValidator<AccountRow>>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = configuration.GetValue("Passwords:Iterations", Iterations));
        services.AddScoped<IUserStore<AccountRow>, UserOnlyStore<AccountRow, TitanDbContext, Guid>>();
        services.AddScoped<OwnTransaction>();
        services.AddScoped<ICredentials, Credentials>();
        services.AddScoped<ISessions, Sessions>();
        services.AddScoped<IAccountCreation, AccountCreation>();
        services.AddScoped<IMailedLinks, MailedLinks>();
        services.AddScoped<IPersonalAccessTokens, PersonalAccessTokens>();
        services.Configure<IdentityPasskeyOptions>(options => PasskeyOrigins.Configure(options, configuration));
        services.AddScoped<IPasskeyHandler<AccountRow>, PasskeyHandler<AccountRow>>();
        services.AddScoped<PasskeyChallenges>();
        services.AddScoped<IPasskeys, Passkeys>();
        services.AddSingleton<IEmailSender, SmtpEmailSender>();
        services.TryAddSingleton(configuration);
        var keyFile = Path.Combine(contentRoot, configuration["Tokens:KeyFile"] ?? "workspace/default/signing-keys.json");
        services.AddSingleton<ISigningKeys>(provider => configuration["Tokens:Keys"] is { Length: > 0 } keys
            ? new SigningKeySetting(keys)
            : new SigningKeyFile(keyFile, provider.GetRequiredService<TimeProvider>()));
    }
}

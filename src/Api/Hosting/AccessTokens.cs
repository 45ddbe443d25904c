using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TitanTrakr.Api.Problems;

namespace TitanTrakr.Api.Hosting;

/// <summary>Access tokens: JWT of type at+jwt, HS256 under a key of this installation.</summary>
internal sealed class AccessTokens(SymmetricSecurityKey key, TimeSpan lifetime, TimeProvider clock)
{
    public const string Issuer = "https://titantrakr.com", Audience = "titan-trakr";

    public int LifetimeSeconds => (int)lifetime.TotalSeconds;

    public string Issue(Guid accountId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            TokenType = "at+jwt",
            Claims = new Dictionary<string, object> { ["sub"] = accountId.ToString() },
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }

    public static IServiceCollection Add(IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var key = LoadKey(Path.Combine(contentRoot, configuration["Tokens:KeyFile"] ?? "workspace/default/signing.key"));
        // Refresh cookies come with full accounts; until then a guest's token is all that leads back to the account.
        var lifetime = TimeSpan.FromMinutes(configuration.GetValue("Tokens:AccessMinutes", 60 * 24 * 60));
        services.AddSingleton(provider => new AccessTokens(key, lifetime, provider.GetRequiredService<TimeProvider>()));
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options => Configure(options, key));
        services.AddAuthorization();
        return services;
    }

    private static void Configure(JwtBearerOptions options, SymmetricSecurityKey key)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = key,
            ValidTypes = ["at+jwt"],
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ClockSkew = TimeSpan.FromSeconds(30),
            RequireExpirationTime = true,
        };
        options.Events = new JwtBearerEvents
        {
            OnChallenge = context =>
            {
                context.HandleResponse();
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return Problem.Write(context.HttpContext, 401, "unauthenticated", "Send a valid access token as Authorization: Bearer.");
            },
            OnForbidden = context =>
                Problem.Write(context.HttpContext, 403, "forbidden", "This token's scope does not allow that."),
        };
    }

    private static SymmetricSecurityKey LoadKey(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var made = path + "." + Guid.NewGuid().ToString("N");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(made, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(64));
                file.Flush(flushToDisk: true);
            }

            // Of several processes starting at once the first one's key is everybody's.
            try
            {
                File.Move(made, path, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(made);
            }
        }

        var bytes = File.ReadAllBytes(path);
        return new SymmetricSecurityKey(bytes) { KeyId = Convert.ToHexString(SHA256.HashData(bytes))[..8] };
    }
}

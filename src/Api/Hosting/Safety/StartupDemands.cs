namespace TitanTrakr.Api.Hosting.Safety;

/// <summary>What a production host must be told before it serves anybody. Names settings, never their values.</summary>
internal static class StartupDemands
{
    private static readonly string[] Stored = ["ConnectionStrings:Titan", "Tokens:Keys", "Origin:Secret"];

    /// <summary>Everything that is missing, in words; empty for a development host.</summary>
    public static IReadOnlyList<string> Unmet(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsProduction())
        {
            return [];
        }

        var unmet = new List<string>();
        if (!Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var url) || !(url.Scheme == "https" || url.IsLoopback))
        {
            unmet.Add("PublicUrl: the https address that people use.");
        }

        if (configuration["Tokens:KeyFile"] is null && configuration["Tokens:Keys"] is null)
        {
            unmet.Add("Tokens:KeyFile or Tokens:Keys: the default key file is for development.");
        }

        if (configuration["Secrets:Name"] is not null)
        {
            unmet.AddRange(Stored
                .Where(name => string.IsNullOrEmpty(configuration[name])).Select(name => $"{name}: the secret under Secrets:Name does not hold it."));
        }

        return unmet;
    }
}

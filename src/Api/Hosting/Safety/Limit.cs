namespace TitanTrakr.Api.Hosting.Safety;

/// <summary>How often something may be tried in a window; 0 is no limit of that sort. Settings under <c>Limits:{Name}</c> win.</summary>
/// <param name="PerAddress">Per address that the request came from, an IPv6 /64 counting as one.</param>
/// <param name="PerAccount">Per account, or per e-mail where nobody is signed in yet.</param>
/// <param name="Seconds">How long a window lasts from its first attempt.</param>
internal sealed record Limit(string Name, int PerAddress, int PerAccount, int Seconds)
{
    // A gym shares one address: those per address are wide.
    public static readonly Limit Guest = new("Guest", 300, 0, 3600);
    public static readonly Limit Login = new("Login", 300, 20, 900);
    public static readonly Limit Register = new("Register", 100, 10, 3600);
    public static readonly Limit Reset = new("Reset", 60, 5, 3600);
    public static readonly Limit Refresh = new("Refresh", 3000, 0, 900);
    public static readonly Limit Voice = new("Voice", 3000, 600, 60);
    public static readonly Limit VoiceDay = new("VoiceDay", 0, 5000, 86_400);
    public static readonly Limit Export = new("Export", 60, 10, 3600);

    /// <summary>This limit as configured.</summary>
    public Limit From(IConfiguration configuration)
    {
        var own = configuration.GetSection("Limits").GetSection(Name);
        return this with
        {
            PerAddress = own.GetValue(nameof(PerAddress), PerAddress),
            PerAccount = own.GetValue(nameof(PerAccount), PerAccount),
            Seconds = own.GetValue(nameof(Seconds), Seconds),
        };
    }
}

using System.CommandLine;
using TitanTrakr.Api.Hosting.Safety;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Api.Hosting;

/// <summary>What the executable can do: serve, which is the default, and the verbs of operations.</summary>
internal static class Verbs
{
    // EX_CONFIG of sysexits.h.
    private const int Misconfigured = 78;

    public static Task<int> Run(string[] args)
    {
        // Everything that isn't a verb is the host's own configuration (--urls and the like).
        return args is ["migrate" or "projections" or "--help" or "-h", ..] ? Root().Parse(args).InvokeAsync() : Serve(args);
    }

    private static async Task<int> Serve(string[] args)
    {
        var app = Host.Build(args);
        if (StartupDemands.Unmet(app.Configuration, app.Environment) is { Count: > 0 } unmet)
        {
            await Console.Error.WriteLineAsync("Not started, as a production host needs:\n" + string.Join('\n', unmet));
            return Misconfigured;
        }

        await app.Services.GetRequiredService<DatabaseStartup>().Prepare(app.Lifetime.ApplicationStopping);
        await app.RunAsync();
        return 0;
    }

    private static RootCommand Root()
    {
        var migrate = new Command("migrate", "Bring the database's schema up to date.");
        migrate.SetAction(async (_, stop) =>
        {
            await using var app = Host.Build([]);
            await app.Services.GetRequiredService<DatabaseStartup>().Migrate(stop);
            return 0;
        });
        var rebuild = new Command("rebuild", "Fold every account's events into its projections again.");
        rebuild.SetAction((_, stop) => Maintain((maintenance, token) => maintenance.Rebuild(token), stop));
        var verify = new Command("verify", "Compare every account's projections with the fold of its events; exit 1 on a difference.");
        verify.SetAction((_, stop) => Maintain((maintenance, token) => maintenance.Verify(token), stop));
        return new RootCommand("Titan Trakr: say a set, it is logged.")
        {
            migrate,
            new Command("projections", "Look after what is folded from events.") { rebuild, verify },
        };
    }

    private static async Task<int> Maintain(Func<ProjectionMaintenance, CancellationToken, Task<MaintenanceReport>> run, CancellationToken stop)
    {
        await using var app = Host.Build([]);
        await app.Services.GetRequiredService<DatabaseStartup>().Prepare(stop);
        var report = await run(app.Services.GetRequiredService<ProjectionMaintenance>(), stop);
        foreach (var difference in report.Differences)
        {
            await Console.Out.WriteLineAsync(difference);
        }

        await Console.Out.WriteLineAsync($"{report.Accounts} accounts, {report.Events} events, {report.Differences.Count} differences");
        return report.Differences.Count == 0 ? 0 : 1;
    }
}

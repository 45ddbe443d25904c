using System.CommandLine;
using System.Runtime;
using MediatR;
using TitanTrakr.Api.Hosting.Safety;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Api.Hosting;

/// <summary>What the executable can do: serve, which is the default, and the verbs of operations.</summary>
internal static class Verbs
{
    // EX_CONFIG of sysexits.h.
    private const int Misconfigured = 78;

    // What a shell's own commands answer to words they don't know; 1 is a verb's own finding.
    private const int Misused = 2;

    public static Task<int> Run(string[] args)
    {
        // Everything that isn't a verb is the host's own configuration (--urls and the like).
        return IsVerb(args) || args is ["jobs" or "--help" or "-h", ..] ? Invoke(args, CancellationToken.None) : Serve(args);
    }

    private static async Task<int> Invoke(IReadOnlyList<string> words, CancellationToken stop)
    {
        var parsed = Root().Parse(words);
        var code = await parsed.InvokeAsync(cancellationToken: stop);
        return parsed.Errors.Count > 0 ? Misused : code;
    }

    private static bool IsVerb(string[] args) => args is ["migrate" or "events" or "projections" or "keys" or "accounts" or "voice", ..];

    private static async Task<int> Serve(string[] args)
    {
        var app = Host.Build(args);
        if (StartupDemands.Unmet(app.Configuration, app.Environment) is { Count: > 0 } unmet)
        {
            await Console.Error.WriteLineAsync("Not started, as a production host needs:\n" + string.Join('\n', unmet));
            return Misconfigured;
        }

        // Beside each other: the database's services take as long as the routes.
        var warm = WarmUp.Run(app.Services, app.Lifetime.ApplicationStopping);
        await Task.WhenAll(Host.Open(app).Rehearse(), warm);
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
        var account = new Option<Guid?>("--account") { Description = "Only this account's." };
        var rebuild = new Command("rebuild", "Fold every account's events into its projections again.") { account };
        rebuild.SetAction((parsed, stop) => Maintain((maintenance, token) => maintenance.Rebuild(parsed.GetValue(account), token), stop));
        var verify = new Command("verify", "Compare every account's projections with the fold of its events; exit 1 on a difference.") { account };
        verify.SetAction((parsed, stop) => Maintain((maintenance, token) => maintenance.Verify(parsed.GetValue(account), token), stop));
        return new RootCommand("Titan Trakr: say a set, it is logged.")
        {
            migrate,
            new Command("keys", "Look after the keys that sign access tokens.") { Rotate() },
            new Command("accounts", "Look after accounts.") { Purge() },
            new Command("projections", "Look after what is folded from events.") { rebuild, verify },
            EventsVerb.Make(),
            VoiceVerb.Explain(),
            Jobs(),
        };
    }

    private static Command Jobs()
    {
        var jobs = new Command("jobs", "In AWS Lambda: run the verb that each invocation names.");
        jobs.SetAction(async (_, stop) =>
        {
            if (Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API") is not { Length: > 0 } address)
            {
                await Console.Error.WriteLineAsync("There is no AWS_LAMBDA_RUNTIME_API here: this verb is for AWS Lambda.");
                return Misconfigured;
            }

            await LambdaJobs.Serve(address, async (words, limit) => IsVerb(words) ? await Invoke(words, limit) : Misconfigured, stop);
            return 0;
        });
        return jobs;
    }

    private static Command Rotate()
    {
        var rotate = new Command("rotate", "Sign with a new key from now on; the one before is believed until the next rotation.");
        rotate.SetAction(async (_, stop) =>
        {
            await using var app = Host.Build([]);
            var key = await app.Services.GetRequiredService<ISigningKeys>().Rotate(stop);
            await Console.Out.WriteLineAsync($"key {key.Id} signs from now on");
            return 0;
        });
        return rotate;
    }

    private static Command Purge()
    {
        var days = new Option<int?>("--days") { Description = "How many days a guest may be idle; Guests:IdleDays, else 60." };
        var purge = new Command("purge-guests", "Delete guests that have been idle for too long, with everything they own, and old entries of the audit log.") { days };
        purge.SetAction(async (parsed, stop) =>
        {
            await using var app = Host.Build([]);
            await app.Services.GetRequiredService<DatabaseStartup>().Prepare(stop);
            await using var scope = app.Services.CreateAsyncScope();
            var idle = TimeSpan.FromDays(parsed.GetValue(days) ?? app.Configuration.GetValue("Guests:IdleDays", 60));
            var purged = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
                new PurgeGuests(idle, TimeSpan.FromDays(app.Configuration.GetValue("Audit:KeepDays", 365))), stop);
            await Console.Out.WriteLineAsync($"{purged.Value!.Accounts} guests deleted, {purged.Value.AuditEntries} entries of the audit log expired");
            return 0;
        });
        return purge;
    }

    private static async Task<int> Maintain(Func<ProjectionMaintenance, CancellationToken, Task<MaintenanceReport>> run, CancellationToken stop)
    {
        using var app = OperationsHost.Build();
        // What a long fold allocates is mostly short-lived: collecting beside it would only take the processor that folds.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
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

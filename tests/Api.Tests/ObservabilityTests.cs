using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>What a production host tells of itself: lines for CloudWatch's filters, a trace from the request to the database, metrics; no words.</summary>
internal sealed class ObservabilityTests
{
    private const string Secret = "whispered-between-us", Free = "put in bench work of eight at one hundred flat as my set";
    private readonly OtlpStandIn _collector = new();
    private TestDatabase _database = null!;
    private Server _server = null!;
    private Lifter _lifter = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _database = new TestDatabase(Provider.Postgres);
        _server = new Server(_database, new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Information",
            ["Voice:Model:Provider"] = "Anthropic",
            ["Voice:Model:ApiKey"] = Secret,
            ["Voice:Model:BaseUrl"] = "http://127.0.0.1:1",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
        });
        await _server.Start();
        _lifter = await Lifter.SignUp(_server);
        await _lifter.Post("/api/workouts", $$"""{"name":"{{Secret}}"}""");
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        _lifter.Dispose();
        _server.Dispose();
        await _collector.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task Every_filter_of_the_template_matches_what_the_host_really_writes_and_nothing_else()
    {
        (await _lifter.Say(Free)).Status.ShouldBe(200);
        await Away("/api/exercises");
        await Broken("ALTER TABLE exercises RENAME TO gone", "ALTER TABLE gone RENAME TO exercises", "/api/exercises", 500);
        await Broken("UPDATE accounts SET settings = '{\"timeZone\":\"Nowhere\"}'", "UPDATE accounts SET settings = '{}'", "/api/export.csv", 500);
        var lines = await Lines(line => line["LogLevel"]!.GetValue<string>() == "Error");
        var filters = LogFilter.OfTemplate();
        filters.ShouldNotBeEmpty();
        foreach (var filter in filters)
        {
            lines.ShouldContain(line => filter.Matches(line), filter.Pattern);
            lines.Where(line => line["LogLevel"]!.GetValue<string>() == "Information").ShouldNotContain(line => filter.Matches(line), filter.Pattern);
        }

        _server.Output.ShouldNotContain(Secret);
        _server.Output.ShouldNotContain("bench work");
    }

    [Test]
    public async Task An_address_that_is_taken_is_no_error_of_the_host()
    {
        using var visitor = new Visitor(_server.Address);
        (await visitor.Register("ann@example.com")).Status.ShouldBe(201);
        var before = _server.Output.Length;
        using var other = new Visitor(_server.Address);
        (await other.Register("ann@example.com", Passwords.Other)).Slug.ShouldBe("email-taken");
        var marked = ActivityTraceId.CreateRandom().ToHexString();
        using var client = new HttpClient { BaseAddress = _server.Address };
        client.DefaultRequestHeaders.Add("traceparent", $"00-{marked}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {_lifter.Token}");
        (await client.PutAsync("/api/account/settings", new StringContent("{}", Encoding.UTF8, "application/json"))).Dispose();
        await Lines(line => line.ToJsonString().Contains(marked, StringComparison.Ordinal));
        _server.Output[before..].ShouldNotContain("\"LogLevel\":\"Error\"");
    }

    [Test]
    public async Task A_trace_goes_on_from_the_request_s_traceparent_to_the_database_and_into_the_log()
    {
        var (trace, caller) = (ActivityTraceId.CreateRandom().ToHexString(), ActivitySpanId.CreateRandom().ToHexString());
        using var client = new HttpClient { BaseAddress = _server.Address };
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {_lifter.Token}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/workouts/current/sets")
        {
            Content = new StringContent($$"""{"exerciseId":"squat","reps":5,"note":"{{Secret}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("traceparent", $"00-{trace}-{caller}-01");
        ((int)(await client.SendAsync(request)).StatusCode).ShouldBe(201);
        var spans = await _collector.Spans(trace, atLeast: 3);
        spans.ShouldContain(span => span.Parent == caller);
        spans.Count(span => span.Scope == "Npgsql").ShouldBeGreaterThanOrEqualTo(2);
        (await Lines(line => line.ToJsonString().Contains(trace, StringComparison.Ordinal))).ShouldNotBeEmpty();
        await _collector.Holds("projection.lag", "command.duration", "commands");
        _collector.Everything.ShouldNotContain(Secret);
    }

    private async Task Broken(string how, string mended, string path, int status)
    {
        await Execute(how);
        (await _lifter.Get(path)).Status.ShouldBe(status);
        await Execute(mended);
    }

    // Nobody can connect, and there is no such database.
    private async Task Away(string path)
    {
        var name = new NpgsqlConnectionStringBuilder(_database.ConnectionString).Database;
        await Execute($"ALTER DATABASE {name} ALLOW_CONNECTIONS false", "postgres");
        await Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'", "postgres");
        await Execute($"ALTER DATABASE {name} RENAME TO {name}_away", "postgres");
        (await _lifter.Get(path)).Status.ShouldBe(503);
        await Execute($"ALTER DATABASE {name}_away RENAME TO {name}", "postgres");
        await Execute($"ALTER DATABASE {name} ALLOW_CONNECTIONS true", "postgres");
    }

    private async Task Execute(string sql, string? database = null)
    {
        var address = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Pooling = false };
        address.Database = database ?? address.Database;
        await using var source = NpgsqlDataSource.Create(address);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    // Lines come through a pipe, a moment later than answers.
    private async Task<List<JsonNode>> Lines(Func<JsonNode, bool> until)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var lines = _server.Output.Split('\n').Where(line => line.Length > 0).Select(Parse).ToList();
            if (lines.Exists(line => until(line)))
            {
                return lines;
            }

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), _server.Output);
        }
    }

    private static JsonNode Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line)!;
        }
        catch (JsonException)
        {
            throw new InvalidOperationException("A line that no filter can read: " + line);
        }
    }
}

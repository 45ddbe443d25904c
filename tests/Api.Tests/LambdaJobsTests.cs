using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>The second Lambda function: the real process against a stand-in for the runtime API.</summary>
internal sealed class LambdaJobsTests
{
    private TestDatabase _database = null!;
    private RuntimeApi _runtime = null!;
    private Server _server = null!;
    private Task<int> _process = null!;

    [OneTimeSetUp]
    public void Open()
    {
        (_database, _runtime) = (new TestDatabase(Provider.Sqlite), new RuntimeApi());
        _server = new Server(_database, new Dictionary<string, string?>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = _runtime.Address,
            ["Events:Archive"] = Path.Combine(_database.Home, "archive"),
        });
        _process = _server.Verb("jobs");
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        // A runtime that is gone ends the process.
        await _runtime.DisposeAsync();
        (await _process).ShouldNotBe(0);
        _server.Dispose();
        _database.Dispose();
    }

    [Test]
    public async Task Each_invocation_runs_the_verb_that_it_names_and_fails_with_it()
    {
        (await Invoke("""{"verb": "migrate"}""")).ShouldBe(("response", null));
        (await Invoke("""{"verb": "accounts purge-guests --days 1"}""")).ShouldBe(("response", null));
        (await Invoke("""{"verb": "keys rotate"}""")).ShouldBe(("response", null));
        (await Invoke("""{"verb": "keys rotate"}""")).ShouldBe(("response", null));
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(_database.Home, "workspace/default/signing.key")))!.AsArray().Count.ShouldBe(2);
        (await Invoke("""{"verb": "events export"}""")).ShouldBe(("response", null));
        var archive = Directory.GetDirectories(Path.Combine(_database.Home, "archive")).ShouldHaveSingleItem();
        File.Exists(Path.Combine(archive, "manifest.json")).ShouldBeTrue();
        (await Invoke("""{"verb": "events import --from nowhere"}""")).ShouldBe(("error", "VerbFailed"));
        (await Invoke("""{"verb": "projections verify"}""")).ShouldBe(("response", null));
    }

    [TestCase("""{"verb": "jobs"}""", "VerbFailed")]
    [TestCase("""{"verb": "--urls http://0.0.0.0:80"}""", "VerbFailed")]
    [TestCase("""{"verb": 7}""", "UnknownJob")]
    [TestCase("""{"verb": " "}""", "UnknownJob")]
    [TestCase("""{"source": "aws.scheduler"}""", "UnknownJob")]
    [TestCase("[]", "UnknownJob")]
    [TestCase("", "UnknownJob")]
    public async Task Nothing_else_is_run(string payload, string error) => (await Invoke(payload)).ShouldBe(("error", error));

    private async Task<(string How, string? Error)> Invoke(string payload)
    {
        var invocation = _runtime.Invoke(payload);
        // A process that has ended answers nothing more.
        (await Task.WhenAny(invocation, _process)).ShouldBe(invocation, _server.Output);
        var (how, answer) = await invocation;
        return (how, answer["errorType"]?.GetValue<string>());
    }

    /// <summary>Gives out invocations one by one and takes what became of them.</summary>
    private sealed class RuntimeApi : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Channel<(string Id, string Payload)> _invocations = Channel.CreateUnbounded<(string, string)>();
        private readonly Channel<(string Path, JsonNode Body)> _answers = Channel.CreateUnbounded<(string, JsonNode)>();
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _serving;

        public RuntimeApi()
        {
            Address = $"127.0.0.1:{Server.FreePort()}";
            _listener.Prefixes.Add($"http://{Address}/2018-06-01/runtime/invocation/");
            _listener.Start();
            _serving = Serve();
        }

        public string Address { get; }

        public async Task<(string How, JsonNode Answer)> Invoke(string payload)
        {
            var id = Guid.NewGuid().ToString();
            await _invocations.Writer.WriteAsync((id, payload));
            var (path, body) = await _answers.Reader.ReadAsync();
            path.ShouldStartWith($"/2018-06-01/runtime/invocation/{id}/");
            return (path.Split('/')[^1], body);
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            _listener.Close();
            await _serving;
            _stop.Dispose();
        }

        private async Task Serve()
        {
            try
            {
                while (true)
                {
                    await Answer(await _listener.GetContextAsync());
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or OperationCanceledException)
            {
            }
        }

        private async Task Answer(HttpListenerContext context)
        {
            using var response = context.Response;
            // Disposed of it ends the connection: whoever used that again could be heard by nobody.
            response.KeepAlive = false;
            if (context.Request.HttpMethod == "POST")
            {
                await _answers.Writer.WriteAsync((context.Request.Url!.AbsolutePath, JsonNode.Parse(context.Request.InputStream)!));
                response.StatusCode = 202;
                return;
            }

            var (id, payload) = await _invocations.Reader.ReadAsync(_stop.Token);
            response.Headers["Lambda-Runtime-Aws-Request-Id"] = id;
            response.Headers["Lambda-Runtime-Deadline-Ms"] = $"{DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeMilliseconds()}";
            await response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(payload));
        }
    }
}

using System.Security.Cryptography;
using TitanTrakr.Ceiling;

// The ceiling: what LogSet and three reads cost when they are written by hand for this and nothing else. The same rows of the same schema,
// the same checks, the same durability as the product; no framework but Kestrel, no layers, as few round trips as there can be.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Logging.ClearProviders();
var (address, key) = (builder.Configuration["ConnectionStrings:Titan"]!, Convert.FromBase64String(builder.Configuration["Tokens:Keys"]!));
await using IStore store = builder.Configuration["Database:Provider"] == "Postgres" ? new PostgresStore(address) : new SqliteStore(address);
var tokens = new Tokens(key);
var app = builder.Build();

app.MapPost("/api/workouts/current/sets", async context =>
{
    if (tokens.Read(context.Request) is not { } caller)
    {
        await Reply.Of(401, "unauthenticated").Send(context);
        return;
    }

    var body = await Body(context.Request);
    await (Request.Read(context.Request, caller, body, Fingerprint(context.Request, body), out var request) ?? await store.LogSet(request!)).Send(context);
});
app.MapGet("/api/workouts/current", Reading((caller, _) => store.Current(caller)));
app.MapGet("/api/history/", Reading((caller, request) => store.History(caller, Position.Of(request))));
app.MapGet("/api/history/exercises/{id}", Reading((caller, request) =>
    store.Sessions(caller, (string)request.RouteValues["id"]!, Position.Of(request))));
await app.RunAsync();

RequestDelegate Reading(Func<Caller, HttpRequest, Task<Reply>> read) => async context =>
    await (tokens.Read(context.Request) is { } caller ? await read(caller, context.Request) : Reply.Of(401, "unauthenticated")).Send(context);

static async Task<ReadOnlyMemory<byte>> Body(HttpRequest request)
{
    var result = await request.BodyReader.ReadAsync();
    while (!result.IsCompleted)
    {
        request.BodyReader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        result = await request.BodyReader.ReadAsync();
    }

    var body = new byte[result.Buffer.Length];
    var at = 0;
    foreach (var part in result.Buffer)
    {
        part.Span.CopyTo(body.AsSpan(at));
        at += part.Length;
    }

    request.BodyReader.AdvanceTo(result.Buffer.End);
    return body;
}

static string Fingerprint(HttpRequest request, ReadOnlyMemory<byte> body)
{
    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
    hash.AppendData(body.Span);
    return Convert.ToHexString(hash.GetHashAndReset());
}

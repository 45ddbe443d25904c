// The least that answers a POST with JSON: what any start is measured against. Built like the host.
var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/echo", (Echo echo) => echo);
app.Run();

internal sealed record Echo(string Text);

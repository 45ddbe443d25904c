namespace TitanTrakr.Api.Hosting;

/// <summary>
/// What answers requests, composed before the server asks for it: so the choice of a route, and all that every request passes, is worked out
/// beside the database's warm-up and not while somebody waits.
/// </summary>
internal sealed class FrontDoor
{
    private readonly IServiceProvider _services;
    private readonly RequestDelegate _front;

    public FrontDoor(WebApplication app, Action<IApplicationBuilder> configure)
    {
        var pipeline = ((IApplicationBuilder)app).New();
        configure(pipeline);
        (_services, _front) = (app.Services, pipeline.Build());
        app.Run(_front);
        // What is in it already, such as authentication, the application doesn't put before it once more.
        foreach (var (mark, value) in pipeline.Properties)
        {
            ((IApplicationBuilder)app).Properties.TryAdd(mark, value);
        }
    }

    /// <summary>Asks what touches nothing.</summary>
    public async Task Rehearse()
    {
        await using var scope = _services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Path) = (HttpMethods.Get, "/health/live");
        (context.Request.Scheme, context.Request.Host) = ("http", new HostString("localhost"));
        await _front(context);
    }
}

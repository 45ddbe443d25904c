using MediatR;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Api.Endpoints;

/// <summary>
/// The framework's <c>MapGet</c> and its like, but for when a route is bound: the code that reads a request into a handler's parameters is
/// made at runtime, and here it is made when the route's own first request comes. The framework would make that of all routes before it
/// answers anybody.
/// </summary>
internal static class Routes
{
    /// <summary>A handler that reads and writes by itself.</summary>
    public static IEndpointConventionBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, RequestDelegate handler) =>
        EndpointRouteBuilderExtensions.MapGet(routes, pattern, handler);

    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.Map(HttpMethods.Get, pattern, handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.Map(HttpMethods.Post, pattern, handler);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.Map(HttpMethods.Put, pattern, handler);

    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.Map(HttpMethods.Patch, pattern, handler);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.Map(HttpMethods.Delete, pattern, handler);

    /// <summary>A route for sets: those sent plainly are read by hand (<see cref="PlainSet"/>), unless filters were put on it, which see what the framework binds.</summary>
    public static RouteHandlerBuilder MapPlainSets(this IEndpointRouteBuilder routes, string pattern, Func<LogSet, IMediator, CancellationToken, Task<IResult>> handler) =>
        routes.Map(HttpMethods.Post, pattern, handler, (bound, options) => options.EndpointBuilder is { FilterFactories.Count: > 0 } ? bound : PlainSet.Or(handler, bound));

    // What a route takes and answers is worked out at once: the description and the choice of a route need it, and a handler that can't be
    // bound stops the start.
    private static RouteHandlerBuilder Map(
        this IEndpointRouteBuilder routes, string method, string pattern, Delegate handler, Func<RequestDelegate, RequestDelegateFactoryOptions, RequestDelegate>? over = null) =>
        RouteHandlerServices.Map(routes, pattern, handler, [method], RequestDelegateFactory.InferMetadata, (bind, options, metadata) =>
        {
            var bound = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(bind, options, metadata).RequestDelegate);
            Task Bound(HttpContext context) => bound.Value(context);
            return new RequestDelegateResult(over?.Invoke(Bound, options) ?? Bound, metadata?.EndpointMetadata ?? []);
        });
}

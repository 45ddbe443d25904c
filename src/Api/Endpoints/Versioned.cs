using System.Text;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Api.Endpoints;

/// <summary>A JSON answer that carries its version as an ETag.</summary>
internal sealed class Versioned<T>(T value, int version, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = $"\"{version}\"";
        return new AsStored<T>(value, status).ExecuteAsync(httpContext);
    }
}

/// <summary>A JSON answer: what the command has stored of it, now or when it came first, is sent as it is.</summary>
internal sealed class AsStored<T>(T value, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.RequestServices.GetRequiredService<CommandScope>().Written is { } written && ReferenceEquals(written.Answer, value)
            ? Results.Text(written.Json, "application/json; charset=utf-8", Encoding.UTF8, status)
            : Results.Json(value, statusCode: status);
        return answer.ExecuteAsync(httpContext);
    }
}

/// <summary>The answers that workouts and templates come in.</summary>
internal static class Versioned
{
    public static IResult Ok(WorkoutView workout) => new Versioned<WorkoutView>(workout, workout.Version);

    public static IResult Ok(ServedWorkout workout) => new Served(workout);

    public static IResult Created(WorkoutView workout) => new Versioned<WorkoutView>(workout, workout.Version, StatusCodes.Status201Created);

    public static IResult Ok(Template template) => new Versioned<Template>(template, template.Version);

    public static IResult Created(Template template) => new Versioned<Template>(template, template.Version, StatusCodes.Status201Created);

    public static IResult Created(LoggedSet logged) =>
        new Versioned<LoggedSet>(logged, logged.Workout.Version, StatusCodes.Status201Created);
}

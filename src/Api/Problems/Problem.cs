using Microsoft.AspNetCore.Mvc;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Api.Problems;

/// <summary>Writes problems as application/problem+json.</summary>
internal static class Problem
{
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> ok) => result.IsOk ? ok(result.Value) : From(result.Error);

    /// <summary>Goes on with what was read of a request, or says what is wrong with it.</summary>
    public static async Task<IResult> Then<TRead, T>(this Result<TRead> read, Func<TRead, Task<Result<T>>> send, Func<T, IResult> ok) =>
        read.IsOk ? (await send(read.Value)).ToHttp(ok) : From(read.Error);

    public static IResult From(Error error) => From(ProblemFactory.Of(error));

    public static IResult From(int status, string slug, string detail) => From(ProblemFactory.Of(status, slug, detail));

    public static Task Write(HttpContext context, int status, string slug, string detail) =>
        From(status, slug, detail).ExecuteAsync(context);

    private static IResult From(ProblemDetails problem) =>
        Results.Json(problem, contentType: "application/problem+json", statusCode: problem.Status);
}

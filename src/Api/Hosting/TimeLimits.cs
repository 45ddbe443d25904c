using Microsoft.AspNetCore.Http.Timeouts;
using TitanTrakr.Api.Problems;

namespace TitanTrakr.Api.Hosting;

/// <summary>
/// How long a request may take, <c>Requests:TimeoutSeconds</c>; in Lambda 20, as nobody hangs up there: a client that is gone is not noticed,
/// and the function's own end would leave no answer. Elsewhere it ends with its connection.
/// </summary>
internal static class TimeLimits
{
    private const int InLambda = 20;

    public static void AddTimeLimits(this IServiceCollection services, IConfiguration configuration)
    {
        if ((configuration.GetValue<int?>("Requests:TimeoutSeconds") ?? (LambdaHosting.IsHere ? InLambda : null)) is { } seconds)
        {
            services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = TimeSpan.FromSeconds(seconds),
                WriteTimeoutResponse = context =>
                {
                    context.Response.Headers.RetryAfter = "2";
                    return Problem.Write(context, 503, "unavailable", "That took too long and was given up. Nothing was half-written; try again shortly.");
                },
            });
        }
        else
        {
            services.AddRequestTimeouts();
        }
    }
}

using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Voice;

/// <summary>What stands between us and a model: a limit in all, a bulkhead, one retry, a circuit breaker, a limit a try.</summary>
internal sealed class ModelPipeline
{
    // Whatever is configured, nobody waits longer: the outermost limit, around the bulkhead, the retry and its pause.
    private const int MostMilliseconds = 5000;

    private readonly CircuitBreakerStateProvider _breaker = new();

    public ModelPipeline(ModelOptions options, TimeProvider clock)
    {
        Telemetry.Meter.CreateObservableGauge("model.breaker", State, description: "0 closed, 1 half open, 2 open, 3 isolated.");
        Resilience = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddTimeout(TimeSpan.FromMilliseconds(Math.Min(options.TotalMilliseconds, MostMilliseconds)))
            .AddConcurrencyLimiter(options.AtOnce, queueLimit: 0)
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(IsPassing),
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(150),
                UseJitter = true,
                BackoffType = DelayBackoffType.Exponential,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(e => IsPassing(e) || e is TimeoutRejectedException),
                FailureRatio = 0.5,
                MinimumThroughput = Math.Max(2, options.BreakAfter),
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromMilliseconds(options.BreakMilliseconds),
                StateProvider = _breaker,
            })
            .AddTimeout(TimeSpan.FromMilliseconds(options.TryMilliseconds))
            .Build();
    }

    /// <summary>Run the call in this.</summary>
    public ResiliencePipeline Resilience { get; }

    // A try that took its whole time leaves none for another.
    private static bool IsPassing(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is HttpRequestException { StatusCode: null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } or IOException)
            {
                return true;
            }
        }

        return false;
    }

    private int State() => _breaker.CircuitState switch
    {
        CircuitState.Closed => 0,
        CircuitState.HalfOpen => 1,
        CircuitState.Open => 2,
        CircuitState.Isolated => 3,
    };
}

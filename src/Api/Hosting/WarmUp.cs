using FluentValidation;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Api.Hosting;

/// <summary>
/// Makes ready, side by side and before the first request, what that one would otherwise wait for. In Lambda this is the time in which a
/// function has a whole processor, however small it is. Nothing that a set doesn't need: whatever is compiled for the warm-up alone makes the start longer.
/// </summary>
internal static class WarmUp
{
    /// <summary>Warms them. A schema or a key that can't be had stops the start: nobody could sign in.</summary>
    public static Task Run(IServiceProvider services, CancellationToken stop) => Task.WhenAll(
        Task.Run(() => Database(services, stop), stop),
        Task.Run(() => Validate(services.GetServices<IValidator<LogSet>>(), stop), stop),
        Task.Run(() => services.GetRequiredService<KeyRing>().Prepare(keyId: null, stop), stop));

    private static async Task Database(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<DatabaseStartup>().Prepare(stop);
        await services.GetRequiredService<HotPath>().Warm(stop);
    }

    private static async Task Validate(IEnumerable<IValidator<LogSet>> validators, CancellationToken stop)
    {
        var nothing = new LogSet(null, null, null, null, null, null, null, null, null, null, null, null);
        foreach (var validator in validators)
        {
            await validator.ValidateAsync(nothing, stop);
        }
    }
}

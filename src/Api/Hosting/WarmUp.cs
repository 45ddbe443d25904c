using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Api.Hosting;

/// <summary>
/// Makes ready, side by side and before the first request, what that one would otherwise wait for. In Lambda this is the time in which a
/// function has a whole processor, however small it is. Nothing that a set doesn't need: whatever is compiled for the warm-up alone makes the start longer.
/// </summary>
internal static class WarmUp
{
    public static Task Run(IServiceProvider services, CancellationToken stop) => Task.WhenAll(
        Task.Run(() => services.GetRequiredService<HotPath>().Warm(stop), stop),
        Task.Run(() => Json(services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions), stop),
        Task.Run(() => Validate(services.GetServices<IValidator<LogSet>>(), stop), stop),
        // A key that can't be read stops the start: nobody could sign in.
        services.GetRequiredService<KeyRing>().Prepare(keyId: null, stop));

    private static void Json(JsonSerializerOptions options)
    {
        options.GetTypeInfo(typeof(LogSet));
        ServedJson.Prepare(typeof(LoggedSet));
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

using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Api.Hosting;

/// <summary>
/// Makes ready, side by side and before the first request, what that one would otherwise wait for. In Lambda this is the time in which a
/// function has a whole processor, however small it is.
/// </summary>
internal static class WarmUp
{
    public static Task Run(IServiceProvider services, CancellationToken stop) => Task.WhenAll(
        Task.Run(() => LogOne(services, stop), stop),
        Task.Run(() => Json(services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions), stop),
        Task.Run(() => SignIn(services.GetRequiredService<AccessTokens>(), stop), stop));

    private static void Json(JsonSerializerOptions options)
    {
        options.GetTypeInfo(typeof(LogSet));
        ServedJson.Prepare(typeof(LoggedSet));
    }

    // Not sent: it would be counted as a command. After the database, whose context it can have again: a second one would be a second start.
    private static async Task LogOne(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<HotPath>().Warm(stop);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IMediator>();
        scope.ServiceProvider.GetRequiredService<IRequestHandler<LogSet, Result<LoggedSet>>>();
        scope.ServiceProvider.GetServices<IPipelineBehavior<LogSet, Result<LoggedSet>>>();
        var nothing = new LogSet(null, null, null, null, null, null, null, null, null, null, null, null);
        foreach (var validator in scope.ServiceProvider.GetServices<IValidator<LogSet>>())
        {
            await validator.ValidateAsync(nothing, stop);
        }
    }

    // A key that can't be read stops the start: nobody could sign in.
    private static async Task SignIn(AccessTokens tokens, CancellationToken stop)
    {
        var nobody = new AccountView(Guid.Empty, null, true, DateTimeOffset.UnixEpoch, new AccountSettings());
        await tokens.ProofOf(await tokens.Issue(new SignedIn(nobody, Guid.Empty, "", DateTimeOffset.UnixEpoch), stop), stop);
    }
}

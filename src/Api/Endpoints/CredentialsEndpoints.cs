using MediatR;
using TitanTrakr.Api.Hosting;
using TitanTrakr.Api.Hosting.Safety;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Password and e-mail address.</summary>
internal static class CredentialsEndpoints
{
    public static void MapCredentialsEndpoints(this IEndpointRouteBuilder api)
    {
        var account = api.MapGroup("/account").WithTags("Account").RequireAuthorization(Authentication.OwnSession);
        account.MapPut("/password", async (ChangePassword command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(view => Results.Json(view))).WithMetadata(new SecretBody())
            .Limited(Limit.Login).Produces<AccountView>();
        account.MapPost("/password/forgot", async (ForgetPassword command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(_ => Results.Accepted())).AllowAnonymous()
            .Limited<ForgetPassword>(forgotten => forgotten.Email, Limit.Reset).Produces(202);
        account.MapPost("/password/reset", async (ResetPassword command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(_ => Results.NoContent()))
            .AllowAnonymous().WithMetadata(new SecretBody()).Limited(Limit.Reset).Produces(204);
        account.MapPut("/email", async (ChangeEmail command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(view => Results.Json(view))).Limited(Limit.Reset).Produces<AccountView>();
        account.MapPost("/email/confirm", async (ConfirmEmail command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(_ => Results.NoContent())).AllowAnonymous().Limited(Limit.Reset).Produces(204);
        account.MapPost("/email/confirmation", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new ResendConfirmation(), stop)).ToHttp(_ => Results.Accepted())).Limited(Limit.Reset).Produces(202);
    }
}

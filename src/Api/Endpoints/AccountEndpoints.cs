using MediatR;
using TitanTrakr.Api.Hosting;
using TitanTrakr.Api.Hosting.Safety;
using TitanTrakr.Api.Hosting.Tokens;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Endpoints;

/// <summary>The account itself: how it likes things, and leaving.</summary>
internal static class AccountEndpoints
{
    public static void MapAccountEndpoints(this IEndpointRouteBuilder api)
    {
        var account = api.MapGroup("/account").WithTags("Account");
        account.MapGet("/", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new GetAccount(), stop)).ToHttp(view => Results.Json(view))).Produces<AccountView>();
        account.MapGet("/audit", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new ListAuditEntries(), stop)).ToHttp(entries => Results.Json(entries))).Produces<AuditEntries>();
        account.MapGet("/export", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new ExportAccount(), stop)).ToHttp(files => ZipAnswer.Of("titan-trakr.zip", files, stop)))
            .RequireAuthorization(Authentication.OwnSession).WithMetadata(new InParts(
                "Take it in pages: GET /api/events is the whole log, GET /api/history the workouts; GET /api/export.csv has the sets alone."))
            .Limited(Limit.Export).Produces<Stream>(200, "application/zip");
        account.MapDelete("/", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new DeleteAccount(), stop)).ToHttp(_ => new SignOutAnswer()))
            .RequireAuthorization(Authentication.OwnSession).Produces(204);
        account.MapPatch("/settings", async (ChangeSettings command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(view => Results.Json(view))).Produces<AccountView>();
    }
}

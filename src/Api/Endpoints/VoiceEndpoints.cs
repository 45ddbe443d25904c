using MediatR;
using TitanTrakr.Api.Hosting;
using TitanTrakr.Api.Hosting.Safety;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Voice;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Speech: understood and applied, or only understood; and what it has taught.</summary>
internal static class VoiceEndpoints
{
    public static void MapVoiceEndpoints(this IEndpointRouteBuilder api)
    {
        var voice = api.MapGroup("/voice").WithTags("Voice");
        voice.MapPost("/process", async (ProcessTranscript command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(answer => new AsStored<VoiceAnswer>(answer)))
            .WithMetadata(new HasVersion()).Limited(Limit.Voice, Limit.VoiceDay).Produces<VoiceAnswer>();
        voice.MapPost("/interpret", async (InterpretTranscript query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(answer => Results.Json(answer)))
            .WithMetadata(new NoKey()).Limited(Limit.Voice, Limit.VoiceDay).Produces<VoiceAnswer>();
        voice.MapGet("/context", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new GetVoiceContext(), stop)).ToHttp(context => Results.Json(context))).Produces<VoiceContextView>();
        voice.MapGet("/aliases", async (IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new ListAliases(), stop)).ToHttp(page => Results.Json(page))).Produces<Page<AliasView>>();
        voice.MapDelete("/aliases/{aliasId:guid}", async (Guid aliasId, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(new ForgetAlias(aliasId), stop)).ToHttp(_ => Results.NoContent())).Produces(204);
    }
}

using MediatR;
using TitanTrakr.Api.Hosting.Safety;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Voice;

namespace TitanTrakr.Api.Endpoints;

/// <summary>Speech: understood and applied, or only understood.</summary>
internal static class VoiceEndpoints
{
    public static void MapVoiceEndpoints(this IEndpointRouteBuilder api)
    {
        var voice = api.MapGroup("/voice").WithTags("Voice");
        voice.MapPost("/process", async (ProcessTranscript command, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(command, stop)).ToHttp(answer => Results.Json(answer))).Limited(Limit.Voice, Limit.VoiceDay).Produces<VoiceAnswer>();
        voice.MapPost("/interpret", async (InterpretTranscript query, IMediator mediator, CancellationToken stop) =>
            (await mediator.Send(query, stop)).ToHttp(answer => Results.Json(answer))).Limited(Limit.Voice, Limit.VoiceDay).Produces<VoiceAnswer>();
    }
}

using Microsoft.AspNetCore.Http.Features;
using TitanTrakr.Api.Problems;

namespace TitanTrakr.Api.Hosting;

/// <summary>
/// The largest answer, <c>Answers:MaxBytes</c>; in Lambda 4 MB, as a larger one kills the process there, elsewhere unlimited. Where there is a
/// limit an answer is gathered first, so that one over it becomes a problem instead of half an answer.
/// </summary>
internal sealed class AnswerLimitMiddleware(RequestDelegate next, IConfiguration configuration)
{
    private readonly int? _most = configuration.GetValue<int?>("Answers:MaxBytes") ?? (LambdaHosting.IsHere ? LambdaHosting.LargestAnswer : null);

    public Task Invoke(HttpContext context) => _most is { } most ? Gather(context, most) : next(context);

    private async Task Gather(HttpContext context, int most)
    {
        var answer = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var body = new Limited(most);
        var gathering = new StreamResponseBodyFeature(body);
        context.Features.Set<IHttpResponseBodyFeature>(gathering);
        try
        {
            await next(context);
            await gathering.CompleteAsync();
        }
        finally
        {
            context.Features.Set(answer);
        }

        if (body.IsOver)
        {
            context.Response.Clear();
            var instead = context.GetEndpoint()?.Metadata.GetMetadata<InParts>()?.Where ?? "Ask for less at a time: a smaller limit, a shorter time.";
            await Problem.Write(context, 413, "payload-too-large", $"The answer has more than {most} bytes. {instead}");
            return;
        }

        body.Position = 0;
        await body.CopyToAsync(answer.Stream, context.RequestAborted);
    }

    private sealed class Limited(int most) : MemoryStream
    {
        public bool IsOver { get; private set; }

        // Every other way of writing leads here.
        public override void Write(byte[] buffer, int offset, int count)
        {
            // What comes after is lost on purpose: nobody will see it.
            IsOver |= Length + count > most;
            if (!IsOver)
            {
                base.Write(buffer, offset, count);
            }
        }
    }
}

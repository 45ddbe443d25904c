using System.Buffers;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Api.Endpoints;

/// <summary>JSON that is sent as it was stored.</summary>
internal sealed class Served : IResult
{
    private static readonly byte[] Items = "{\"items\":["u8.ToArray(), Comma = ","u8.ToArray(), Next = "],\"nextCursor\":"u8.ToArray(), End = "}"u8.ToArray();

    private readonly List<ReadOnlyMemory<byte>> _parts = [];
    private readonly int? _version;

    public Served(ServedWorkout workout)
    {
        _parts.Add(workout.Json);
        _version = workout.Version;
    }

    public Served(Page<ServedItem> page)
    {
        _parts.Add(Items);
        foreach (var item in page.Items)
        {
            if (_parts.Count > 1)
            {
                _parts.Add(Comma);
            }

            _parts.Add(item.Json);
        }

        _parts.AddRange([Next, ServedJson.Bytes(page.NextCursor), End]);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = _parts.Sum(part => part.Length);
        if (_version is { } version)
        {
            response.Headers.ETag = $"\"{version}\"";
        }

        foreach (var part in _parts)
        {
            response.BodyWriter.Write(part.Span);
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}

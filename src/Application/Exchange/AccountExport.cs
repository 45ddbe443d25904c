using System.Text.Json;
using System.Text.Json.Serialization;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Application.Exchange;

/// <summary>
/// Everything an account's training consists of, as files that write themselves: the whole event log, the workouts as served, and all sets
/// in our own CSV dialect. Costs no more memory than a page of either.
/// </summary>
public sealed class AccountExport
{
    private const int Page = 500;

    private static readonly JsonSerializerOptions Json = MakeJson();
    private static readonly JsonWriterOptions Line = new() { Encoder = Json.Encoder };
    private readonly IEventStore _events;
    private readonly WorkoutReader _workouts;
    private readonly SheetWriter _sheets;
    private readonly CommandScope _scope;
    private readonly TimeProvider _clock;

    internal AccountExport(IEventStore events, WorkoutReader workouts, SheetWriter sheets, CommandScope scope, TimeProvider clock) =>
        (_events, _workouts, _sheets, _scope, _clock) = (events, workouts, sheets, scope, clock);

    /// <summary>The files, each to be written once.</summary>
    public IReadOnlyList<ExportedFile> Files =>
        [new("events.jsonl", WriteEvents), new("workouts.json", WriteWorkouts), new("sets.csv", _sheets.WriteTitan)];

    private async Task WriteEvents(Stream to, CancellationToken cancellationToken)
    {
        var after = 0L;
        while (await _events.Read(_scope.AccountId, after, Page, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var recorded in page)
            {
                await using (var line = new Utf8JsonWriter(to, Line))
                {
                    Write(line, recorded);
                }

                await to.WriteAsync("\n"u8.ToArray(), cancellationToken);
            }

            after = page[^1].Sequence;
        }
    }

    private Task WriteWorkouts(Stream to, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(to, Views(cancellationToken), Json, cancellationToken);

    private async IAsyncEnumerable<WorkoutView> Views([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var workout in _workouts.All(cancellationToken))
        {
            yield return WorkoutView.Of(workout, _clock.GetUtcNow());
        }
    }

    // As the feed serves it.
    private static void Write(Utf8JsonWriter line, RecordedEvent recorded)
    {
        line.WriteStartObject();
        line.WriteNumber("sequence", recorded.Sequence);
        line.WriteString("eventId", recorded.EventId);
        line.WriteString("commandId", recorded.CommandId);
        line.WriteString("type", recorded.Type);
        line.WriteString("timestamp", recorded.Timestamp.UtcDateTime);
        line.WriteNumber("schemaVersion", recorded.SchemaVersion);
        line.WritePropertyName("payload");
        line.WriteRawValue(recorded.Payload, skipInputValidation: true);
        line.WriteEndObject();
    }

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new UtcConverter());
        ValueObjectConverters.AddTo(options.Converters);
        return options;
    }
}

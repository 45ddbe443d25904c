using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TitanTrakr.Ceiling;

// The stored documents as they stand in the product's schema, in the order of its members.
internal sealed record Quantity(decimal Value, string Unit)
{
    [JsonIgnore]
    public decimal Kilograms => Unit == "lb" ? Value * 0.45359237m : Value;
}

internal sealed record SetValues(
    Quantity? Load, int? Reps, decimal? Rpe, string Kind, string? Side, int? DurationSeconds, Quantity? Distance, string? Note);

internal sealed record SetDocument(Guid Id, SetValues Values, DateTimeOffset LoggedAt, string[] Records);

internal sealed record Best(
    string Kind, decimal Value, Guid WorkoutId, Guid? SetId, DateTimeOffset AchievedAt, SetValues? Set, decimal? AtLoad, string? Unit);

internal sealed record Entry(
    Guid Id, string ExerciseId, string Name, string Measure, Guid? SupersetId, string? Note, JsonElement? Target, SetValues[] Previous,
    Best[] Bests, SetDocument[] Sets, JsonElement? Suggestion, bool? Skipped, JsonElement? Formerly);

internal sealed record Reversal([property: JsonPropertyName("$type")] string Type, Guid? EntryId, Guid? SetId, Guid WorkoutId);

internal sealed record Compensation(Guid CommandId, Reversal[] Events);

internal sealed record WorkoutDocument(
    Guid Id, string Status, string? Name, Guid? TemplateId, DateTimeOffset StartedAt, DateTimeOffset? CompletedAt, string? Note, int Version,
    Guid? FocusEntryId, Entry[] Exercises, Compensation[] Undo, Compensation[] Redo, int TakingBack, int PuttingBack);

internal sealed record SetLogged(Guid EntryId, Guid SetId, SetValues Values, DateTimeOffset LoggedAt, Guid WorkoutId);

internal sealed record Command(
    Guid? Id, string? ExerciseId, Quantity? Load, int? Reps, decimal? Rpe, string? Kind, string? Side, int? DurationSeconds, Quantity? Distance,
    string? Note, DateTimeOffset? LoggedAt)
{
    public bool IsValid() =>
        Id != Guid.Empty && ExerciseId is null or { Length: <= 100 } && Load is null or { Value: >= -2000 and <= 2000, Unit: "kg" or "lb" }
        && Reps is null or (>= 1 and <= 1000) && Rpe is null or (>= 1 and <= 10) && Note is null or { Length: <= 2000 }
        && Kind is null or "working" or "warmup" or "drop" or "failure";
}

// The same as served.
internal sealed record SetView(
    Guid Id, int Number, string Kind, Quantity? Load, int? Reps, decimal? Rpe, string? Side, int? DurationSeconds, Quantity? Distance,
    string? Note, string LoggedAt, string[] Records);

internal sealed record EntryView(
    Guid Id, string ExerciseId, string Name, string Measure, Guid? SupersetId, string? Note, JsonElement? Target, SetValues[] Previous,
    SetView[] Sets, JsonElement? Suggestion, bool Skipped);

internal sealed record Totals(int Sets, int Reps, decimal VolumeKg, int DurationSeconds);

internal sealed record WorkoutView(
    Guid Id, string? Name, Guid? TemplateId, string StartedAt, string? CompletedAt, string? Note, int Version, EntryView[] Exercises,
    Totals Totals, Guid? NextEntryId);

internal sealed record LoggedSet(SetView Set, WorkoutView Workout, string[] Records);

[JsonSerializable(typeof(WorkoutDocument))]
[JsonSerializable(typeof(SetLogged))]
[JsonSerializable(typeof(Command))]
[JsonSerializable(typeof(LoggedSet))]
internal sealed partial class CeilingJson : JsonSerializerContext
{
    public static CeilingJson Stored { get; } = new(With(JsonIgnoreCondition.WhenWritingNull));

    public static CeilingJson Served { get; } = new(With(JsonIgnoreCondition.Never));

    private static JsonSerializerOptions With(JsonIgnoreCondition nulls) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = nulls,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;
using static TitanTrakr.Application.Common.Json.ByHand.MemberReader;

namespace TitanTrakr.Application.Common.Json.ByHand;

/// <summary>The running workout, and the events of a set, as they are stored.</summary>
public static class WorkoutJson
{
    /// <summary>As the serializer writes it; null where the way back from a command needs events that are not written here.</summary>
    /// <param name="demand">Passes a text on that can be stored, or throws.</param>
    public static string? Write(Workout workout, Func<string, string> demand)
    {
        ArgumentNullException.ThrowIfNull(workout);
        return CompensationJson.IsPlain(workout.Undo) && CompensationJson.IsPlain(workout.Redo) ? MemberWriter.Text(workout, Write, demand) : null;
    }

    /// <summary>As the serializer writes it; null where that is left to it.</summary>
    /// <param name="demand">Passes a text on that can be stored, or throws.</param>
    public static string? Write(object happened, Func<string, string> demand) => happened switch
    {
        SetLogged logged => MemberWriter.Text(logged, Write, demand),
        ExerciseAdded added => MemberWriter.Text(added, Write, demand),
        _ => null,
    };

    /// <summary>What was stored; null where it isn't written plainly.</summary>
    public static Workout? Read(string json)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(json));
        try
        {
            return MemberReader.Whole(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes)), Workout);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static void Write(MemberWriter to, SetLogged logged)
    {
        to.Id("entryId"u8, logged.EntryId);
        to.Id("setId"u8, logged.SetId);
        to.Object("values"u8, logged.Values, SetJson.Write);
        to.Time("loggedAt"u8, logged.LoggedAt);
        to.Number("position"u8, logged.Position);
        to.Id("workoutId"u8, logged.WorkoutId);
    }

    private static void Write(MemberWriter to, ExerciseAdded added)
    {
        to.Id("entryId"u8, added.EntryId);
        to.Text("exerciseId"u8, added.ExerciseId);
        to.Text("name"u8, added.Name);
        to.Word("measure"u8, Words.Measures, (int)added.Measure);
        to.Id("supersetId"u8, added.SupersetId);
        to.Object("target"u8, added.Target, SetJson.Write);
        to.Number("position"u8, added.Position);
        to.Object("suggestion"u8, added.Suggestion, SetJson.Write);
        to.Id("workoutId"u8, added.WorkoutId);
    }

    private static void Write(MemberWriter to, Workout workout)
    {
        to.Id("id"u8, workout.Id);
        to.Word("status"u8, Words.Statuses, (int)workout.Status);
        to.Text("name"u8, workout.Name);
        to.Id("templateId"u8, workout.TemplateId);
        to.Time("startedAt"u8, workout.StartedAt);
        to.Time("completedAt"u8, workout.CompletedAt);
        to.Text("note"u8, workout.Note);
        to.Number("version"u8, workout.Version);
        to.Id("focusEntryId"u8, workout.FocusEntryId);
        to.List("exercises"u8, workout.Exercises, Write);
        to.List("undo"u8, workout.Undo, CompensationJson.Write);
        to.List("redo"u8, workout.Redo, CompensationJson.Write);
        to.Number("takingBack"u8, workout.TakingBack);
        to.Number("puttingBack"u8, workout.PuttingBack);
    }

    private static void Write(MemberWriter to, WorkoutExercise entry)
    {
        to.Id("id"u8, entry.Id);
        to.Text("exerciseId"u8, entry.ExerciseId);
        to.Text("name"u8, entry.Name);
        to.Word("measure"u8, Words.Measures, (int)entry.Measure);
        to.Id("supersetId"u8, entry.SupersetId);
        to.Text("note"u8, entry.Note);
        to.Object("target"u8, entry.Target, SetJson.Write);
        to.List("previous"u8, entry.Previous, SetJson.Write);
        to.List("bests"u8, entry.Bests, Write);
        to.List("sets"u8, entry.Sets, Write);
        to.Object("suggestion"u8, entry.Suggestion, SetJson.Write);
        to.Flag("skipped"u8, entry.Skipped);
        to.List("formerly"u8, entry.Formerly, Write);
    }

    private static void Write(MemberWriter to, WorkoutSet set)
    {
        to.Id("id"u8, set.Id);
        to.Object("values"u8, set.Values, SetJson.Write);
        to.Time("loggedAt"u8, set.LoggedAt);
        SetJson.Write(to, set.Records);
    }

    private static void Write(MemberWriter to, PersonalRecord best)
    {
        to.Word("kind"u8, Words.Records, (int)best.Kind);
        to.Number("value"u8, best.Value);
        to.Id("workoutId"u8, best.WorkoutId);
        to.Id("setId"u8, best.SetId);
        to.Time("achievedAt"u8, best.AchievedAt);
        to.Object("set"u8, best.Set, SetJson.Write);
        to.Number("atLoad"u8, best.AtLoad);
        to.Word("unit"u8, Words.Weights, (int?)best.Unit);
    }

    private static void Write(MemberWriter to, ExerciseLabel label)
    {
        to.Text("exerciseId"u8, label.ExerciseId);
        to.Text("name"u8, label.Name);
        to.Word("measure"u8, Words.Measures, (int)label.Measure);
    }

    private static Workout Workout(ref Utf8JsonReader reader)
    {
        var read = new Workout(default, default, null, null, default, null, null, 0, null, null!, null!, null!);
        Begin(ref reader);
        while (Next(ref reader))
        {
            read = Is(ref reader, "id"u8) ? read with { Id = reader.GetGuid() }
                : Is(ref reader, "status"u8) ? read with { Status = (WorkoutStatus)Words.Statuses.Read(ref reader)! }
                : Is(ref reader, "name"u8) ? read with { Name = Text(ref reader) }
                : Is(ref reader, "templateId"u8) ? read with { TemplateId = Id(ref reader) }
                : Is(ref reader, "startedAt"u8) ? read with { StartedAt = reader.GetDateTimeOffset() }
                : Is(ref reader, "completedAt"u8) ? read with { CompletedAt = Time(ref reader) }
                : Is(ref reader, "note"u8) ? read with { Note = Text(ref reader) }
                : Is(ref reader, "version"u8) ? read with { Version = reader.GetInt32() }
                : Is(ref reader, "focusEntryId"u8) ? read with { FocusEntryId = Id(ref reader) }
                : Is(ref reader, "exercises"u8) ? read with { Exercises = List(ref reader, Entry)! }
                : Is(ref reader, "undo"u8) ? read with { Undo = List(ref reader, CompensationJson.Read)! }
                : Is(ref reader, "redo"u8) ? read with { Redo = List(ref reader, CompensationJson.Read)! }
                : Is(ref reader, "takingBack"u8) ? read with { TakingBack = reader.GetInt32() }
                : Is(ref reader, "puttingBack"u8) ? read with { PuttingBack = reader.GetInt32() }
                : throw new JsonException();
        }

        return read;
    }

    private static WorkoutExercise Entry(ref Utf8JsonReader reader)
    {
        var read = new WorkoutExercise(default, null!, null!, default, null, null, null, null!, null!, null!);
        Begin(ref reader);
        while (Next(ref reader))
        {
            read = Is(ref reader, "id"u8) ? read with { Id = reader.GetGuid() }
                : Is(ref reader, "exerciseId"u8) ? read with { ExerciseId = Text(ref reader)! }
                : Is(ref reader, "name"u8) ? read with { Name = Text(ref reader)! }
                : Is(ref reader, "measure"u8) ? read with { Measure = (Measure)Words.Measures.Read(ref reader)! }
                : Is(ref reader, "supersetId"u8) ? read with { SupersetId = Id(ref reader) }
                : Is(ref reader, "note"u8) ? read with { Note = Text(ref reader) }
                : Is(ref reader, "target"u8) ? read with { Target = Object(ref reader, SetJson.Target) }
                : Is(ref reader, "previous"u8) ? read with { Previous = List(ref reader, SetJson.Values)! }
                : Is(ref reader, "bests"u8) ? read with { Bests = List(ref reader, Best)! }
                : Is(ref reader, "sets"u8) ? read with { Sets = List(ref reader, Set)! }
                : Is(ref reader, "suggestion"u8) ? read with { Suggestion = Object(ref reader, SetJson.Suggestion) }
                : Is(ref reader, "skipped"u8) ? read with { Skipped = Flag(ref reader) }
                : Is(ref reader, "formerly"u8) ? read with { Formerly = List(ref reader, Label) }
                : throw new JsonException();
        }

        return read;
    }

    private static WorkoutSet Set(ref Utf8JsonReader reader)
    {
        (Guid id, SetValues? values, DateTimeOffset at, List<RecordKind>? records) = (default, null, default, null);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (Is(ref reader, "id"u8)) { id = reader.GetGuid(); }
            else if (Is(ref reader, "values"u8)) { values = Object(ref reader, SetJson.Values); }
            else if (Is(ref reader, "loggedAt"u8)) { at = reader.GetDateTimeOffset(); }
            else if (Is(ref reader, "records"u8)) { records = Records(ref reader); }
            else { throw new JsonException(); }
        }

        return new WorkoutSet(id, values!, at, records!);
    }

    private static PersonalRecord Best(ref Utf8JsonReader reader)
    {
        (RecordKind kind, decimal value, Guid workoutId, Guid? setId, DateTimeOffset at) = (default, 0, default, null, default);
        (SetValues? set, decimal? atLoad, WeightUnit? unit) = (null, null, null);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (Is(ref reader, "kind"u8)) { kind = (RecordKind)Words.Records.Read(ref reader)!; }
            else if (Is(ref reader, "value"u8)) { value = reader.GetDecimal(); }
            else if (Is(ref reader, "workoutId"u8)) { workoutId = reader.GetGuid(); }
            else if (Is(ref reader, "setId"u8)) { setId = Id(ref reader); }
            else if (Is(ref reader, "achievedAt"u8)) { at = reader.GetDateTimeOffset(); }
            else if (Is(ref reader, "set"u8)) { set = Object(ref reader, SetJson.Values); }
            else if (Is(ref reader, "atLoad"u8)) { atLoad = Number(ref reader); }
            else if (Is(ref reader, "unit"u8)) { unit = (WeightUnit?)Words.Weights.Read(ref reader); }
            else { throw new JsonException(); }
        }

        return new PersonalRecord(kind, value, workoutId, setId, at, set, atLoad, unit);
    }

    private static ExerciseLabel Label(ref Utf8JsonReader reader)
    {
        (string? exerciseId, string? name, Measure measure) = (null, null, default);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (Is(ref reader, "exerciseId"u8)) { exerciseId = Text(ref reader); }
            else if (Is(ref reader, "name"u8)) { name = Text(ref reader); }
            else if (Is(ref reader, "measure"u8)) { measure = (Measure)Words.Measures.Read(ref reader)!; }
            else { throw new JsonException(); }
        }

        return new ExerciseLabel(exerciseId!, name!, measure);
    }

    private static List<RecordKind> Records(ref Utf8JsonReader reader)
    {
        var records = new List<RecordKind>();
        Demand(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            records.Add((RecordKind)Words.Records.Read(ref reader)!);
        }

        return records;
    }
}

using System.Globalization;
using System.Text.Json;

namespace TitanTrakr.Ceiling;

/// <summary>What LogSet writes.</summary>
internal sealed record Written(string Event, string Document, string Answer, int Version, DateTime At);

/// <summary>The same decision, event, projection and answer as the product's, on documents instead of a domain.</summary>
internal static class Logging
{
    private const int UndoDepth = 20, MostSets = 100;

    /// <summary>Either what is to be written or a refusal.</summary>
    public static (Written? Written, Reply? Refusal) Decide(Request request, string? document)
    {
        var workout = document is null ? null : JsonSerializer.Deserialize(document, CeilingJson.Stored.WorkoutDocument);
        if (workout is not { Status: "active" })
        {
            return (null, Reply.Of(409, "no-active-workout"));
        }

        var (command, now) = (request.Command, DateTimeOffset.UtcNow);
        var at = IndexOf(workout, command.ExerciseId);
        var setId = command.Id ?? Guid.CreateVersion7();
        var refusal = at < 0 ? Reply.Of(404, "not-found") : Refusal(workout, workout.Exercises[at], setId, request.ExpectedVersion);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var values = new SetValues(
            command.Load, command.Reps, command.Rpe, command.Kind ?? "working", command.Side, command.DurationSeconds, command.Distance, command.Note);
        var set = new SetDocument(setId, values, command.LoggedAt ?? now, []);
        var after = Append(workout, at, set, request.CommandId);
        var logged = new SetLogged(after.Exercises[at].Id, setId, values, set.LoggedAt, after.Id);
        return (new Written(
            JsonSerializer.Serialize(logged, CeilingJson.Stored.SetLogged),
            JsonSerializer.Serialize(after, CeilingJson.Stored.WorkoutDocument),
            JsonSerializer.Serialize(Views.Of(after, at, now), CeilingJson.Served.LoggedSet),
            after.Version,
            now.UtcDateTime), null);
    }

    private static Reply? Refusal(WorkoutDocument workout, Entry entry, Guid setId, int? expectedVersion) =>
        entry.Sets.Length >= MostSets ? Reply.Of(409, "workout-full")
        : workout.Exercises.Any(other => other.Sets.Any(set => set.Id == setId)) ? Reply.Of(409, "id-taken")
        : expectedVersion is { } version && version != workout.Version ? Reply.Of(412, "version-conflict")
        : null;

    private static int IndexOf(WorkoutDocument workout, string? exerciseId)
    {
        var focus = Array.FindIndex(workout.Exercises, entry => entry.Id == workout.FocusEntryId);
        return exerciseId is null || (focus >= 0 && workout.Exercises[focus].ExerciseId == exerciseId)
            ? focus
            : Array.FindLastIndex(workout.Exercises, entry => entry.ExerciseId == exerciseId);
    }

    private static WorkoutDocument Append(WorkoutDocument workout, int at, SetDocument set, Guid commandId)
    {
        var entry = workout.Exercises[at];
        workout.Exercises[at] = entry with { Sets = [.. entry.Sets, set] };
        Marks.Put(workout.Exercises, entry.ExerciseId);
        var gone = new Reversal("SetRemoved", entry.Id, set.Id, workout.Id);
        Reversal[] back = workout.FocusEntryId == entry.Id ? [gone] : [gone, new Reversal("FocusMoved", workout.FocusEntryId, null, workout.Id)];
        return workout with
        {
            Version = workout.Version + 1,
            FocusEntryId = entry.Id,
            Undo = [.. workout.Undo.TakeLast(UndoDepth - 1), new Compensation(commandId, back)],
            Redo = [],
        };
    }
}

/// <summary>Documents as served.</summary>
internal static class Views
{
    public static LoggedSet Of(WorkoutDocument workout, int at, DateTimeOffset now)
    {
        EntryView[] entries = [.. workout.Exercises.Select(entry => new EntryView(
            entry.Id, entry.ExerciseId, entry.Name, entry.Measure, Superset(workout, entry), entry.Note, entry.Target, entry.Previous,
            [.. entry.Sets.Select(Of)], entry.Suggestion, entry.Skipped == true))];
        var sets = workout.Exercises.SelectMany(entry => entry.Sets).Select(set => set.Values).ToList();
        var totals = new Totals(
            sets.Count, sets.Sum(set => set.Reps ?? 0), sets.Where(set => set.Kind != "warmup").Sum(Marks.Volume), (int)(now - workout.StartedAt).TotalSeconds);
        var view = new WorkoutView(
            workout.Id, workout.Name, workout.TemplateId, Time(workout.StartedAt), null, workout.Note, workout.Version, entries, totals, Next(workout));
        return new LoggedSet(entries[at].Sets[^1], view, entries[at].Sets[^1].Records);
    }

    private static SetView Of(SetDocument set, int index) => new(
        set.Id, index + 1, set.Values.Kind, set.Values.Load, set.Values.Reps, set.Values.Rpe, set.Values.Side, set.Values.DurationSeconds,
        set.Values.Distance, set.Values.Note, Time(set.LoggedAt), set.Records);

    private static Guid? Superset(WorkoutDocument workout, Entry entry) =>
        workout.Exercises.Count(other => entry.SupersetId is not null && other.SupersetId == entry.SupersetId) > 1 ? entry.SupersetId : null;

    // Exercises in turn only; the workouts measured have no supersets.
    private static Guid? Next(WorkoutDocument workout)
    {
        var focus = Array.FindIndex(workout.Exercises, entry => entry.Id == workout.FocusEntryId);
        return workout.Exercises.Skip(Math.Max(0, focus)).Concat(workout.Exercises.Take(Math.Max(0, focus))).FirstOrDefault(entry => Left(entry) > 0)?.Id;
    }

    private static int Left(Entry entry) =>
        entry.Skipped == true ? 0 : (entry.Target is { } target ? target.GetProperty("sets").GetInt32() : 1) - entry.Sets.Length;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture);
}

using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange.Planning;

/// <summary>Puts the rows of one workout together: its exercises are runs of rows, so the same one may stand twice, apart.</summary>
internal sealed class WorkoutAssembler(Guid importId, ExercisePlan exercises, SetReader sets)
{
    // Longer than any training: a clock that was forgotten.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The workout, of its rows in the order of the file.</summary>
    public ImportedWorkout Assemble(string key, IReadOnlyList<ForeignRow> rows)
    {
        var first = rows[0];
        var id = first.Exact?.WorkoutId ?? DerivedId.Of($"{importId}/{key}");
        var entries = Runs(rows).SelectMany((run, at) => Entries(id, run, at)).ToList();
        foreach (var spare in entries.Skip(WorkoutDecider.MostExercises))
        {
            sets.Doubts.Add(new Doubt(first.Source.Line, $"A workout holds {WorkoutDecider.MostExercises} exercises; {spare.Name} is one more and left out.", LeftOut: true));
        }

        return new ImportedWorkout(key, new WorkoutRecorded(
            id, rows.Select(row => row.WorkoutName).FirstOrDefault(name => name is not null), first.StartedAt, EndOf(first),
            rows.Select(row => row.WorkoutNote).FirstOrDefault(note => note is not null),
            [.. entries.Take(WorkoutDecider.MostExercises)], importId, [.. rows.Select(row => row.Source).Distinct().Select(source => source.Raw)],
            first.Exact?.TemplateId));
    }

    private DateTimeOffset EndOf(ForeignRow row)
    {
        if (row.EndedAt is not { } end)
        {
            return row.StartedAt;
        }

        if (end >= row.StartedAt && (end - row.StartedAt <= Longest || row.Exact is not null))
        {
            return end;
        }

        sets.Doubts.Add(new Doubt(
            row.Source.Line, end < row.StartedAt ? "It ends before it starts; its length is not taken." : "It lasts longer than a day; its length is not taken.", LeftOut: false));
        return row.StartedAt;
    }

    private static IEnumerable<List<ForeignRow>> Runs(IReadOnlyList<ForeignRow> rows)
    {
        var run = new List<ForeignRow>();
        foreach (var row in rows.Where(row => row.Exercise is not null && row.Role != RowRole.RestTimer))
        {
            if (run.Count > 0 && Begins(row, run))
            {
                yield return run;
                run = [];
            }

            run.Add(row);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static bool Begins(ForeignRow row, List<ForeignRow> run) =>
        !string.Equals(row.Exercise, run[0].Exercise, StringComparison.OrdinalIgnoreCase)
        || row.Exact?.EntryId != run[0].Exact?.EntryId
        || (row.Number is { } number && run.FindLast(earlier => earlier.Number is not null) is { Number: { } last } && number <= last);

    // More sets than one entry holds go on in a further one.
    private IEnumerable<RecordedExercise> Entries(Guid workoutId, List<ForeignRow> run, int at)
    {
        var first = run[0];
        var exercise = exercises.Of(first);
        var measure = first.Exact?.Exercise?.Measure ?? exercise.Measure;
        var read = run.Where(row => row.Role == RowRole.Set)
            .Select(row => (Row: row, Values: sets.Read(row, measure))).Where(set => set.Values is not null)
            .Select((set, i) => new RecordedSet(set.Row.Exact?.SetId ?? DerivedId.Of($"{workoutId}/{at}/{i}"), set.Values!, set.Row.Exact?.LoggedAt ?? set.Row.StartedAt))
            .ToList();
        IReadOnlyList<RecordedSet[]> chunks = read.Count == 0 ? [[]] : [.. read.Chunk(WorkoutDecider.MostSets)];
        return first.Exact is null && read.Count == 0 && NoteOf(run) is null ? [] : chunks.Select((chunk, part) => new RecordedExercise(
            first.Exact?.EntryId is { } entryId && part == 0 ? entryId : DerivedId.Of($"{workoutId}/{at}/entry/{part}"),
            exercise.Id, first.Exact is null ? exercise.Name : first.Exercise!, measure,
            first.Exact?.SupersetId ?? (first.Superset is { } superset ? DerivedId.Of($"{workoutId}/superset/{superset}") : null),
            part == 0 ? NoteOf(run) : null, chunk, first.Exact?.Target, first.Exact?.Suggestion,
            first.Exact?.Skipped == true ? true : null, first.Exact?.Previous));
    }

    private static string? NoteOf(List<ForeignRow> run)
    {
        var notes = run.Select(row => row.ExerciseNote).OfType<string>().Distinct().ToList();
        return notes.Count == 0 ? null : CleanText.Cut(string.Join('\n', notes), CleanText.Note);
    }
}

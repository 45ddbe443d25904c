using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Spoken;

/// <summary>What was done, in words: once to read, once to hear (no symbols).</summary>
public static class SpokenCommand
{
    /// <summary>All that one breath did, in its order: "Logged Bench Press 100 kg × 8".</summary>
    public static string Read(IReadOnlyList<VoiceCommand> commands, ExerciseIndex exercises) =>
        string.Join(". ", Runs(commands).Select(run => run is [VoiceCommand.LogSet, ..] ? ReadSets(run, exercises) : Read(run[0], exercises)));

    /// <summary>All that one breath did: "Bench Press, one hundred kilos for eight. Logged."</summary>
    public static string Hear(IReadOnlyList<VoiceCommand> commands, ExerciseIndex exercises) =>
        string.Join(' ', Runs(commands).Select(run => (run is [VoiceCommand.LogSet, ..] ? HearSets(run, exercises) : Heard(run[0], exercises)) + "."));

    // Sets of one exercise in a row are told together.
    private static IEnumerable<IReadOnlyList<VoiceCommand>> Runs(IReadOnlyList<VoiceCommand> commands)
    {
        for (var from = 0; from < commands.Count;)
        {
            var to = from + 1;
            while (to < commands.Count && commands[from] is VoiceCommand.LogSet a && commands[to] is VoiceCommand.LogSet b && a.ExerciseId == b.ExerciseId)
            {
                to++;
            }

            yield return [.. commands.Skip(from).Take(to - from)];
            from = to;
        }
    }

    private static string ReadSets(IReadOnlyList<VoiceCommand> run, ExerciseIndex exercises)
    {
        var sets = run.Cast<VoiceCommand.LogSet>().ToList();
        var values = sets.ConvertAll(set => Amounts.Read(set.Load, set.Reps, set.DurationSeconds, set.Distance));
        var name = exercises.NameOf(sets[0].ExerciseId);
        return sets.Count == 1 ? $"Logged {name} {values[0]}".TrimEnd()
            : $"Logged {sets.Count} sets of {name}: {string.Join(", ", values.Distinct())}";
    }

    private static string HearSets(IReadOnlyList<VoiceCommand> run, ExerciseIndex exercises)
    {
        var sets = run.Cast<VoiceCommand.LogSet>().ToList();
        var values = sets.ConvertAll(set => Amounts.Hear(set.Load, set.Reps, set.DurationSeconds, set.Distance)).Distinct().ToList();
        var many = sets.Count == 1 ? "" : $"{SpokenNumber.Words(sets.Count)} sets{(values.Count == 1 ? " of " : ": ")}";
        return $"{exercises.NameOf(sets[0].ExerciseId)}, {many}{string.Join(", ", values)}. Logged";
    }

    // Amounts are read in digits; the rest reads as it is heard.
    private static string Read(VoiceCommand command, ExerciseIndex exercises) => command switch
    {
        VoiceCommand.CorrectSet fix => Corrected(fix, Amounts.Read(fix.Load, fix.Reps, fix.DurationSeconds, fix.Distance), exercises),
        VoiceCommand.LogBodyWeight weight => $"Body weight {Amounts.Read(weight.Load)}, logged",
        _ => Heard(command, exercises),
    };

    private static string Heard(VoiceCommand command, ExerciseIndex exercises) => command switch
    {
        VoiceCommand.StartWorkout { Name: { } name } => "Started " + name,
        VoiceCommand.StartWorkout => "Workout started",
        VoiceCommand.AddExercise add => "Next: " + exercises.NameOf(add.ExerciseId),
        VoiceCommand.ReplaceExercise swap => "Swapped for " + exercises.NameOf(swap.WithExerciseId),
        VoiceCommand.RemoveExercise gone => "Took out " + exercises.NameOf(gone.ExerciseId),
        VoiceCommand.MakeSuperset set => "Superset: " + string.Join(" and ", set.ExerciseIds.Select(exercises.NameOf)),
        VoiceCommand.CorrectSet fix => Corrected(fix, Amounts.Hear(fix.Load, fix.Reps, fix.DurationSeconds, fix.Distance), exercises),
        VoiceCommand.RemoveSet gone => $"Removed set {gone.Set} of {exercises.NameOf(gone.ExerciseId)}",
        VoiceCommand.Undo => "Taken back",
        VoiceCommand.Redo => "Put back",
        VoiceCommand.WriteNote => "Noted",
        VoiceCommand.CompleteWorkout => "Workout finished",
        VoiceCommand.DiscardWorkout => "Workout discarded",
        VoiceCommand.StartRest rest => "Rest " + Amounts.Time(rest.Seconds),
        VoiceCommand.ExtendRest { Seconds: < 0 } rest => $"{Amounts.Time(-rest.Seconds)} less rest",
        VoiceCommand.ExtendRest rest => $"{Amounts.Time(rest.Seconds)} more rest",
        VoiceCommand.StopRest => "Rest over",
        VoiceCommand.LogBodyWeight weight => $"Body weight {Amounts.Hear(weight.Load)}, logged",
        VoiceCommand.SaveTemplate save => "Saved as " + save.Name,
        VoiceCommand.SetWeightUnit unit => unit.Unit == WeightUnit.Kg ? "Kilos from now on" : "Pounds from now on",
        VoiceCommand.SetSpeakBack speak => speak.On ? "I'll speak" : "I'll be quiet",
        VoiceCommand.Cancel => "All right, left as it was",
        _ => "Done",
    };

    private static string Corrected(VoiceCommand.CorrectSet fix, string values, ExerciseIndex exercises)
    {
        var now = fix.WithExerciseId is { } moved ? exercises.NameOf(moved) : values;
        return $"Corrected set {fix.Set} of {exercises.NameOf(fix.ExerciseId)}{(now.Length > 0 ? " to " + now : "")}";
    }
}

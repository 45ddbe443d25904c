using System.Globalization;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>What was done, once to read and once to hear (no symbols).</summary>
internal static class SpokenText
{
    /// <summary>"Logged Bench Press 100 kg × 8".</summary>
    public static string Read(VoiceCommand command, VoiceContext context) => command switch
    {
        VoiceCommand.LogSet => "Logged " + VoiceLabels.Label(command, context.Exercises),
        _ => Heard(command, context),
    };

    /// <summary>"Bench Press, 100 kilos for 8. Logged."</summary>
    public static string Hear(VoiceCommand command, VoiceContext context) => command switch
    {
        VoiceCommand.LogSet set => $"{context.Exercises.NameOf(set.ExerciseId)}, {Words(set)}. Logged.",
        _ => Heard(command, context) + ".",
    };

    /// <summary>A load as people write it.</summary>
    public static string Load(Load load) => Number(load.Value) + (load.Unit == WeightUnit.Kg ? " kg" : " lb");

    /// <summary>What was lifted, in short.</summary>
    public static string Set(Load? load, int? reps, int? seconds, Distance? distance) => string.Join(' ', Parts(load, reps, seconds, distance));

    private static IEnumerable<string> Parts(Load? load, int? reps, int? seconds, Distance? distance)
    {
        if (load is not null)
        {
            yield return Load(load);
        }

        if (reps is { } count)
        {
            yield return load is null ? $"{count} reps" : $"× {count}";
        }

        if (distance is not null)
        {
            yield return $"{Number(distance.Value)} {distance.Unit.ToString().ToLowerInvariant()}";
        }

        if (seconds is { } s)
        {
            yield return $"{s / 60}:{s % 60:00}";
        }
    }

    private static string Words(VoiceCommand.LogSet set)
    {
        var load = set.Load is { } l ? $"{Number(Math.Abs(l.Value))} {(l.Unit == WeightUnit.Kg ? "kilos" : "pounds")}{(l.Value < 0 ? " assistance" : "")}" : null;
        var reps = set.Reps is { } count ? (load is null ? $"{count} reps" : $"for {count}") : null;
        var distance = set.Distance is { } d ? $"{Number(d.Value)} {DistanceWord(d.Unit)}" : null;
        var time = set.DurationSeconds is { } s ? (s < 120 ? $"{s} seconds" : $"{s / 60} minutes {s % 60}") : null;
        return string.Join(' ', new[] { load, reps, distance, time }.Where(part => part is not null));
    }

    private static string DistanceWord(DistanceUnit unit) => unit switch
    {
        DistanceUnit.M => "metres",
        DistanceUnit.Km => "kilometres",
        DistanceUnit.Mi => "miles",
        DistanceUnit.Yd => "yards",
    };

    private static string Heard(VoiceCommand command, VoiceContext context) => command switch
    {
        VoiceCommand.StartWorkout { Name: { } name } => "Started " + name,
        VoiceCommand.StartWorkout => "Workout started",
        VoiceCommand.AddExercise add => "Next: " + context.Exercises.NameOf(add.ExerciseId),
        VoiceCommand.ReplaceExercise swap => "Swapped for " + context.Exercises.NameOf(swap.WithExerciseId),
        VoiceCommand.RemoveExercise gone => $"Took out {context.Exercises.NameOf(gone.ExerciseId)}",
        VoiceCommand.CorrectSet fix => $"Corrected set {fix.Set} of {context.Exercises.NameOf(fix.ExerciseId)}",
        VoiceCommand.RemoveSet gone => $"Removed set {gone.Set} of {context.Exercises.NameOf(gone.ExerciseId)}",
        VoiceCommand.Undo => "Taken back",
        VoiceCommand.Redo => "Put back",
        VoiceCommand.WriteNote => "Noted",
        VoiceCommand.CompleteWorkout => "Workout finished",
        VoiceCommand.DiscardWorkout => "Workout discarded",
        VoiceCommand.StartRest rest => $"Rest {rest.Seconds} seconds",
        VoiceCommand.ExtendRest rest => $"Rest changed by {rest.Seconds} seconds",
        VoiceCommand.StopRest => "Rest over",
        VoiceCommand.SetWeightUnit unit => unit.Unit == WeightUnit.Kg ? "Kilos from now on" : "Pounds from now on",
        VoiceCommand.SetSpeakBack speak => speak.On ? "I'll speak" : "I'll be quiet",
        VoiceCommand.Cancel => "All right, left as it was",
        _ => "Done",
    };

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}

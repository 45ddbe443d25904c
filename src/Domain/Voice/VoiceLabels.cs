using System.Globalization;
using System.Text;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice;

/// <summary>Commands in words to read.</summary>
public static class VoiceLabels
{
    /// <summary>"Bench Press 100 kg × 8".</summary>
    public static string Label(VoiceCommand command, ExerciseIndex exercises)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(exercises);
        return command switch
        {
            VoiceCommand.LogSet s => exercises.NameOf(s.ExerciseId) + Set(s.Load, s.Reps, s.DurationSeconds, s.Distance),
            VoiceCommand.CorrectSet s => $"Correct set {s.Set} of {exercises.NameOf(s.ExerciseId)} to"
                + (s.WithExerciseId is { } with ? " " + exercises.NameOf(with) : string.Empty) + Set(s.Load, s.Reps, s.DurationSeconds, s.Distance) + Manner(s.Rpe, s.Kind, s.Side),
            VoiceCommand.AddExercise s => exercises.NameOf(s.ExerciseId),
            VoiceCommand.RemoveExercise s => "Remove " + exercises.NameOf(s.ExerciseId),
            VoiceCommand.DiscardWorkout => "Discard workout",
            VoiceCommand.Cancel => "Keep it",
            VoiceCommand.StartWorkout s => s.Name is { } name ? "Start " + name : "Start workout",
            VoiceCommand.ReplaceExercise s => $"{exercises.NameOf(s.WithExerciseId)} instead of {exercises.NameOf(s.ExerciseId)}",
            VoiceCommand.RemoveSet s => $"Delete set {s.Set} of {exercises.NameOf(s.ExerciseId)}",
            VoiceCommand.MakeSuperset s => "Superset " + string.Join(" and ", s.ExerciseIds.Select(exercises.NameOf)),
            VoiceCommand.Undo => "Undo",
            VoiceCommand.Redo => "Redo",
            VoiceCommand.CompleteWorkout => "Finish workout",
            VoiceCommand.WriteNote s => $"Note: {s.Text}",
            VoiceCommand.StartRest s => $"Rest {Clock(s.Seconds)}",
            VoiceCommand.ExtendRest s => $"{(s.Seconds < 0 ? "Shorten" : "Extend")} rest by {Clock(Math.Abs(s.Seconds))}",
            VoiceCommand.StopRest => "Stop rest",
            VoiceCommand.LogBodyWeight s => "Body weight" + Set(s.Load, null, null, null),
            VoiceCommand.SaveTemplate s => "Save as " + s.Name,
            VoiceCommand.SetWeightUnit s => s.Unit == WeightUnit.Kg ? "Use kilograms" : "Use pounds",
            VoiceCommand.SetSpeakBack s => s.On ? "Speak back" : "Stop speaking",
            _ => command.GetType().Name,
        };
    }

    /// <summary>Several commands in a row; sets that are the same are counted.</summary>
    public static string Label(IReadOnlyList<VoiceCommand> commands, ExerciseIndex exercises)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var labels = commands.Select(c => Label(c, exercises)).ToList();
        return labels.Count > 1 && labels.TrueForAll(l => l == labels[0])
            ? string.Create(CultureInfo.InvariantCulture, $"{labels.Count} × {labels[0]}") : string.Join(", ", labels);
    }

    private static string Set(Load? load, int? reps, int? seconds, Distance? distance)
    {
        var text = new StringBuilder();
        if (load is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" {load.Value:0.###} {(load.Unit == WeightUnit.Kg ? "kg" : "lb")}");
        }

        if (reps is { } count)
        {
            text.Append(CultureInfo.InvariantCulture, $" × {count}");
        }

        if (distance is not null)
        {
            text.Append(' ').Append(distance.Value.ToString("0.###", CultureInfo.InvariantCulture)).Append(' ').Append(distance.Unit.ToString().ToLowerInvariant());
        }

        return seconds is { } s ? text.Append(CultureInfo.InvariantCulture, $" {Clock(s)}").ToString() : text.ToString();
    }

    private static string Manner(decimal? rpe, SetKind? kind, Side? side) => string.Concat(
        rpe is { } effort ? string.Create(CultureInfo.InvariantCulture, $" RPE {effort:0.#}") : string.Empty,
        kind switch { SetKind.Warmup => " warm-up", SetKind.Drop => " drop set", SetKind.Failure => " failure", SetKind.Working => " working set", _ => string.Empty },
        side switch { Side.Left => " left", Side.Right => " right", Side.Each => " each side", _ => string.Empty });

    private static string Clock(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
}

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
                + Set(s.Load, s.Reps, s.DurationSeconds, s.Distance),
            VoiceCommand.AddExercise s => exercises.NameOf(s.ExerciseId),
            VoiceCommand.RemoveExercise s => "Remove " + exercises.NameOf(s.ExerciseId),
            VoiceCommand.DiscardWorkout => "Discard workout",
            VoiceCommand.Cancel => "Keep it",
            VoiceCommand.StartWorkout s => s.Name is { } name ? "Start " + name : "Start workout",
            _ => command.GetType().Name,
        };
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

        return seconds is { } s ? text.Append(CultureInfo.InvariantCulture, $" {s / 60}:{s % 60:00}").ToString() : text.ToString();
    }
}

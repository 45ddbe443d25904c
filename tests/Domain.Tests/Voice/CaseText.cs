using System.Globalization;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>Writes a reading as the case files do: "log squat 100kg x5 rpe8; rest 90", "?" for a question, "-" for nothing, "!" for rejected.</summary>
internal static class CaseText
{
    public static string Of(VoiceReading reading) => reading.Outcome switch
    {
        VoiceOutcome.NeedsClarification => "?",
        VoiceOutcome.NotUnderstood => "-",
        VoiceOutcome.Rejected => "!",
        _ => Of(reading.Commands),
    };

    private static string Of(IReadOnlyList<VoiceCommand> commands)
    {
        var words = commands.Select(Of).ToList();
        return words.Count > 1 && words.TrueForAll(w => w == words[0]) ? $"{words.Count}* {words[0]}" : string.Join("; ", words);
    }

    private static string Of(VoiceCommand command) => command switch
    {
        VoiceCommand.LogSet c => Words("log", c.ExerciseId, Set(c.Load, c.Reps, c.Rpe, c.Kind, c.Side, c.DurationSeconds, c.Distance, c.Note)),
        VoiceCommand.CorrectSet c => Words("fix", $"{c.ExerciseId}#{c.Set}", c.WithExerciseId is null ? null : "with:" + c.WithExerciseId,
            Set(c.Load, c.Reps, c.Rpe, c.Kind, c.Side, c.DurationSeconds, c.Distance, c.Note)),
        VoiceCommand.RemoveSet c => $"del {c.ExerciseId}#{c.Set}",
        VoiceCommand.StartWorkout c => Words("start", c.TemplateId, c.Name is null ? null : $"\"{c.Name}\""),
        VoiceCommand.AddExercise c => "go " + c.ExerciseId,
        VoiceCommand.ReplaceExercise c => $"swap {c.ExerciseId} {c.WithExerciseId}",
        VoiceCommand.RemoveExercise c => "cut " + c.ExerciseId,
        VoiceCommand.MakeSuperset c => "super " + string.Join('+', c.ExerciseIds),
        VoiceCommand.Undo => "undo",
        VoiceCommand.Redo => "redo",
        VoiceCommand.WriteNote c => $"note {Low(c.On)} \"{c.Text.ToLowerInvariant()}\"",
        VoiceCommand.StartRest c => $"rest {c.Seconds}",
        VoiceCommand.ExtendRest c => string.Create(CultureInfo.InvariantCulture, $"rest{c.Seconds:+0;-0}"),
        VoiceCommand.StopRest => "stoprest",
        VoiceCommand.LogBodyWeight c => "weigh " + Of(c.Load),
        VoiceCommand.CompleteWorkout => "finish",
        VoiceCommand.DiscardWorkout => "discard",
        VoiceCommand.SaveTemplate c => $"save \"{c.Name}\"",
        VoiceCommand.SetWeightUnit c => "unit " + Low(c.Unit),
        VoiceCommand.SetSpeakBack c => c.On ? "speak on" : "speak off",
        VoiceCommand.Confirm c => Words("yes", c.Option?.ToString(CultureInfo.InvariantCulture)),
        VoiceCommand.Cancel => "no",
        VoiceCommand.VoiceQuestion c => Question(c),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command the contract does not have."),
    };

    private static string Question(VoiceCommand.VoiceQuestion question) => question switch
    {
        VoiceCommand.AskRest => "rest?",
        VoiceCommand.AskLast c => Words("last?", c.ExerciseId, c.Muscle is null ? null : "muscle:" + c.Muscle),
        VoiceCommand.AskRecord c => Words("record?", c.ExerciseId, c.Reps is null ? null : $"x{c.Reps}"),
        VoiceCommand.AskProgress => "progress?",
        VoiceCommand.AskNext => "next?",
        VoiceCommand.AskVolume c => Words("volume?", c.Muscle is null ? null : "muscle:" + c.Muscle),
        VoiceCommand.AskTemplate c => "template? " + c.TemplateId,
        VoiceCommand.AskBodyWeight => "weight?",
        VoiceCommand.AskPlates c => "plates? " + Of(c.Load),
        VoiceCommand.AskConvert c => $"convert? {Of(c.Load)} {Low(c.Unit)}",
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "A question the contract does not have."),
    };

    private static string Set(Load? load, int? reps, decimal? rpe, SetKind? kind, Side? side, int? seconds, Distance? distance, string? note) => Words(
        load is null ? null : Of(load), reps is null ? null : $"x{reps}", seconds is null ? null : $"{seconds}s",
        distance is null ? null : Number(distance.Value) + Low(distance.Unit), rpe is null ? null : "rpe" + Number(rpe.Value), kind is null ? null : Low(kind),
        side is null ? null : Low(side), note is null ? null : $"\"{note.ToLowerInvariant()}\"");

    private static string Of(Load load) => Number(load.Value) + Low(load.Unit);

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Low(object value) => value.ToString()!.ToLowerInvariant();

    private static string Words(params string?[] words) => string.Join(' ', words.Where(w => !string.IsNullOrEmpty(w)));
}

using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice.Free;

/// <summary>
/// Holds commands that the grammar did not make to the grammar's own rules: what names nothing known is not understood, what isn't there is
/// rejected, what is implausible or can't be taken back lightly becomes a question.
/// </summary>
public static class CommandCheck
{
    private const int MostCommands = 20, LongestNote = 1000, LongestName = 100, LongestRest = 3600;

    /// <summary>The commands as a reading that may be applied, asked about or refused.</summary>
    public static VoiceReading Of(IReadOnlyList<VoiceCommand> commands, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(context);
        if (commands.Count is 0 or > MostCommands)
        {
            return VoiceReading.Nothing();
        }

        var state = context;
        string? doubt = null;
        (VoiceCommand.LogSet Set, VoiceContext Then)? uncounted = null;
        foreach (var command in commands)
        {
            if (!command.ExercisesOf().All(id => context.Exercises.Find(id) is not null) || !IsWhole(command, state))
            {
                return VoiceReading.Nothing();
            }

            if (Missing(command, state) is { } missing)
            {
                return missing;
            }

            if (command is VoiceCommand.LogSet { Reps: null } set && IsCounted(set, state))
            {
                uncounted ??= (set, state);
            }

            doubt ??= Doubt(command, state);
            state = After.Commands(state, [command]);
        }

        return uncounted is { } asked ? HowMany(commands, asked.Set, asked.Then)
            : doubt is null ? VoiceReading.Of(commands, 0.8)
            : VoiceReading.Ask(doubt, new VoiceOption(Label(commands, context), commands), new VoiceOption("No", [new VoiceCommand.Cancel()]));
    }

    private static string Label(IReadOnlyList<VoiceCommand> commands, VoiceContext context) =>
        string.Join(", ", commands.Select(command => VoiceLabels.Label(command, context.Exercises)));

    // Values that no validator would take, and commands that only an open question or a tap may give.
    private static bool IsWhole(VoiceCommand command, VoiceContext context) => command switch
    {
        VoiceCommand.LogSet c => AreValid(c.Reps, c.Rpe, c.DurationSeconds, c.Note) && !IsNegative(c.Load, c.ExerciseId, context),
        VoiceCommand.CorrectSet c => AreValid(c.Reps, c.Rpe, c.DurationSeconds, c.Note) && !IsNegative(c.Load, c.WithExerciseId ?? c.ExerciseId, context),
        VoiceCommand.StartRest c => c.Seconds is > 0 and <= LongestRest,
        VoiceCommand.ExtendRest c => Math.Abs(c.Seconds) is > 0 and <= LongestRest,
        VoiceCommand.WriteNote c => !string.IsNullOrWhiteSpace(c.Text) && c.Text.Length <= LongestNote,
        VoiceCommand.SaveTemplate c => !string.IsNullOrWhiteSpace(c.Name) && c.Name.Length <= LongestName,
        VoiceCommand.StartWorkout c => c.Name is null or { Length: > 0 and <= LongestName } && (c.TemplateId is null || context.Templates.Any(t => t.Id == c.TemplateId)),
        VoiceCommand.AskTemplate c => context.Templates.Any(t => t.Id == c.TemplateId),
        VoiceCommand.MakeSuperset c => c.ExerciseIds.Count is >= 2 and <= 10 && c.ExerciseIds.Distinct().Count() == c.ExerciseIds.Count,
        VoiceCommand.LogBodyWeight c => c.Load.Value > 0,
        VoiceCommand.AskPlates c => c.Load.Value > 0,
        VoiceCommand.AskLast { Muscle: { Length: > 40 } } or VoiceCommand.AskVolume { Muscle: { Length: > 40 } } => false,
        VoiceCommand.Confirm or VoiceCommand.Cancel => false,
        _ => true,
    };

    private static bool AreValid(int? reps, decimal? rpe, int? seconds, string? note) =>
        (reps is null || Reps.IsValid(reps.Value)) && (rpe is null || Rpe.IsValid(rpe.Value))
        && (seconds is null || SetDuration.IsValid(seconds.Value)) && (note is null || note.Length <= LongestNote);

    private static bool IsNegative(Load? load, string exerciseId, VoiceContext context) =>
        load is { Value: < 0 } && context.Exercises.Find(exerciseId)?.Measure is not (Measure.BodyweightReps or Measure.AssistedReps);

    private static VoiceReading? Missing(VoiceCommand command, VoiceContext context) => command switch
    {
        VoiceCommand.StartWorkout => context.Workout is null ? null : VoiceReading.Reject("A workout is already running."),
        VoiceCommand.LogSet or VoiceCommand.AddExercise or VoiceCommand.WriteNote or VoiceCommand.CompleteWorkout or VoiceCommand.SaveTemplate
            or VoiceCommand.MakeSuperset when context.Workout is null =>
            VoiceReading.Reject("Start a workout first.", new VoiceOption("Start workout", [new VoiceCommand.StartWorkout(), command])),
        VoiceCommand.DiscardWorkout when context.Workout is null => VoiceReading.Reject("No workout is running."),
        VoiceCommand.CorrectSet c => Set(context, c.ExerciseId, c.Set),
        VoiceCommand.RemoveSet c => Set(context, c.ExerciseId, c.Set),
        VoiceCommand.ReplaceExercise c => Entry(context, c.ExerciseId),
        VoiceCommand.RemoveExercise c => Entry(context, c.ExerciseId),
        _ => null,
    };

    private static VoiceReading? Entry(VoiceContext context, string exerciseId) =>
        context.Entry(exerciseId) is null ? VoiceReading.Reject("That exercise isn't in this workout.") : null;

    private static VoiceReading? Set(VoiceContext context, string exerciseId, int set) =>
        context.Entry(exerciseId) is { } entry && set >= 1 && set <= entry.Sets.Count ? null : VoiceReading.Reject("That set isn't there.");

    private static string? Doubt(VoiceCommand command, VoiceContext context) => command switch
    {
        VoiceCommand.LogSet c => Plausibility.Check([c], context),
        VoiceCommand.CorrectSet c => Plausibility.Check([new(c.WithExerciseId ?? c.ExerciseId, c.Load, c.Reps, c.Rpe)], context),
        VoiceCommand.DiscardWorkout => "Discard this workout? Its sets will be gone.",
        VoiceCommand.ReplaceExercise c when context.Entry(c.ExerciseId) is { Sets.Count: > 0 } => "It already has sets. Swap it all the same?",
        VoiceCommand.RemoveExercise c when context.Entry(c.ExerciseId) is { Sets.Count: > 0 } => "It already has sets. Take it out with them?",
        VoiceCommand.LogBodyWeight c when c.Load.Kilograms is < 25 or > 350 => "Is that your body weight?",
        _ => null,
    };

    private static bool IsCounted(VoiceCommand.LogSet set, VoiceContext context) =>
        context.Exercises.Find(set.ExerciseId)?.Measure is Measure.LoadReps or Measure.BodyweightReps or Measure.AssistedReps;

    // A set without reps is never written: the answers are the same commands, each of their sets with as many as are likely.
    private static VoiceReading HowMany(IReadOnlyList<VoiceCommand> commands, VoiceCommand.LogSet set, VoiceContext context)
    {
        var (exercise, last) = (context.Exercises.Find(set.ExerciseId)!, context.LastSet(set.ExerciseId));
        var load = set.Load ?? last?.Load;
        var asked = load is null && exercise.Measure == Measure.LoadReps ? [] : new SetQuestions(exercise, context).HowMany(load, last).Options!;
        return VoiceReading.Ask("How many reps was that?", [.. asked.Select(option => option.Commands is [VoiceCommand.LogSet { Reps: { } reps }] ? With(reps) : option)]);

        VoiceOption With(int reps)
        {
            IReadOnlyList<VoiceCommand> whole = [.. commands.Select(command => command is VoiceCommand.LogSet { Reps: null } one && IsCounted(one, context) ? Counted(one, reps) : command)];
            return new VoiceOption(Label(whole, context), whole);
        }

        VoiceCommand.LogSet Counted(VoiceCommand.LogSet one, int reps) =>
            one with { Load = one.Load ?? (one.ExerciseId == set.ExerciseId ? load : null), Reps = reps };
    }
}

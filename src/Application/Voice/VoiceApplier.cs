using MediatR;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>Sends what was understood as the same commands that tapping sends. Set numbers mean the state before the sentence.</summary>
internal sealed class VoiceApplier(IMediator mediator, WorkoutSession session)
{
    private Workout? _before;

    /// <summary>Applies one command; the refusal, if it was refused.</summary>
    public async Task<Error?> Apply(VoiceCommand command, VoiceContext context, CancellationToken cancellationToken)
    {
        _before ??= await session.Current(cancellationToken);
        return command switch
        {
            VoiceCommand.StartWorkout { TemplateId: null } c => await Send(new StartWorkout(null, c.Name, null, null), cancellationToken),
            VoiceCommand.AddExercise c => await Send(new AddExercise(null, c.ExerciseId, null, Focus: true), cancellationToken),
            VoiceCommand.ReplaceExercise c => await OnEntry(c.ExerciseId, id => new ReplaceExercise(id, c.WithExerciseId), cancellationToken),
            VoiceCommand.RemoveExercise c => await OnEntry(c.ExerciseId, id => new RemoveExercise(id), cancellationToken),
            VoiceCommand.LogSet c => await Send(Logged(c), cancellationToken),
            VoiceCommand.CorrectSet c => await OnSet(c.ExerciseId, c.Set, id => Corrected(c, id), cancellationToken),
            VoiceCommand.RemoveSet c => await OnSet(c.ExerciseId, c.Set, id => new RemoveSet(null, id), cancellationToken),
            VoiceCommand.Undo => await Send(new Undo(), cancellationToken),
            VoiceCommand.Redo => await Send(new Redo(), cancellationToken),
            VoiceCommand.WriteNote c => await Noted(c, context.FocusExerciseId, cancellationToken),
            VoiceCommand.CompleteWorkout => await Send(new CompleteWorkout(null), cancellationToken),
            VoiceCommand.DiscardWorkout => await Send(new DiscardWorkout(), cancellationToken),
            VoiceCommand.SetWeightUnit c => await Send(ChangeSettings.Only(weightUnit: c.Unit), cancellationToken),
            VoiceCommand.SetSpeakBack c => await Send(ChangeSettings.Only(speakBack: c.On), cancellationToken),
            // The rest timer is the client's; a dropped question needs nothing but being dropped.
            VoiceCommand.StartRest or VoiceCommand.ExtendRest or VoiceCommand.StopRest or VoiceCommand.Cancel => null,
            _ => new NothingThere("I understood that, but can't do it by voice yet. Do it on the screen."),
        };
    }

    private static LogSet Logged(VoiceCommand.LogSet c) => new(
        null, c.ExerciseId, c.Load, c.Reps is { } reps ? new Reps(reps) : null, c.Rpe is { } rpe ? new Rpe(rpe) : null, c.Kind, c.Side,
        c.DurationSeconds is { } seconds ? new SetDuration(seconds) : null, c.Distance, c.Note, null, null);

    private static CorrectSet Corrected(VoiceCommand.CorrectSet c, Guid setId) => new(
        null, setId, c.WithExerciseId, c.Load, c.Reps is { } reps ? new Reps(reps) : null, c.Rpe is { } rpe ? new Rpe(rpe) : null, c.Kind,
        c.Side, c.DurationSeconds is { } seconds ? new SetDuration(seconds) : null, c.Distance, c.Note);

    private async Task<Error?> Send<T>(ICommand<T> command, CancellationToken cancellationToken) =>
        (await mediator.Send(command, cancellationToken)).Error;

    private WorkoutExercise? Entry(string? exerciseId) => _before?.Exercises.LastOrDefault(entry => entry.ExerciseId == exerciseId);

    private async Task<Error?> OnEntry(string exerciseId, Func<Guid, ICommand<WorkoutView>> command, CancellationToken cancellationToken) =>
        Entry(exerciseId) is { } entry ? await Send(command(entry.Id), cancellationToken)
        : new NothingThere("That exercise isn't in this workout.");

    private async Task<Error?> OnSet(string exerciseId, int number, Func<Guid, ICommand<WorkoutView>> command, CancellationToken cancellationToken) =>
        Entry(exerciseId) is { } entry && number >= 1 && number <= entry.Sets.Count
            ? await Send(command(entry.Sets[number - 1].Id), cancellationToken)
            : new NothingThere("There is no such set in this workout.");

    private async Task<Error?> Noted(VoiceCommand.WriteNote note, string? focus, CancellationToken cancellationToken) => (note.On, Entry(focus)) switch
    {
        (NoteTarget.Exercise, { } entry) => await Send(new DescribeExercise(entry.Id, entry.SupersetId, note.Text), cancellationToken),
        (NoteTarget.Set, { Sets: [.., var last] } entry) => await OnSet(entry.ExerciseId, entry.Sets.Count, _ => Annotated(last, note.Text), cancellationToken),
        (NoteTarget.Workout, _) or (NoteTarget.Exercise, _) => await Send(new DescribeWorkout(null, note.Text), cancellationToken),
        _ => new NothingThere("There is no set to note that on."),
    };

    private static CorrectSet Annotated(WorkoutSet set, string text) => new(null, set.Id, null, null, null, null, null, null, null, null, text);
}

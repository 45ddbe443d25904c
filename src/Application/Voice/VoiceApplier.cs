using MediatR;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Templates;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>Sends what was understood as the same commands that tapping sends. Set numbers mean the state before the sentence.</summary>
/// <remarks>Transient: a unit of work that runs again asks for another, and its numbers mean the state that this try found.</remarks>
internal sealed class VoiceApplier(IMediator mediator, WorkoutSession session)
{
    private Workout? _before;

    /// <summary>Applies one command; the refusal, if it was refused.</summary>
    public async Task<Error?> Apply(VoiceCommand command, CancellationToken cancellationToken)
    {
        _before ??= await session.Current(cancellationToken);
        return command switch
        {
            VoiceCommand.StartWorkout c => await Send(new StartWorkout(null, c.Name, TemplateOf(c), null), cancellationToken),
            VoiceCommand.AddExercise c => await Send(new AddExercise(null, c.ExerciseId, null, Focus: true), cancellationToken),
            VoiceCommand.ReplaceExercise c => await OnEntry(c.ExerciseId, id => new ReplaceExercise(id, c.WithExerciseId), cancellationToken),
            VoiceCommand.RemoveExercise c => await OnEntry(c.ExerciseId, id => new RemoveExercise(id), cancellationToken),
            VoiceCommand.MakeSuperset c => await Send(new MakeSuperset(null, null, c.ExerciseIds), cancellationToken),
            VoiceCommand.LogSet c => await Send(Logged(c), cancellationToken),
            VoiceCommand.CorrectSet c => await OnSet(c.ExerciseId, c.Set, id => Corrected(c, id), cancellationToken),
            VoiceCommand.RemoveSet c => await OnSet(c.ExerciseId, c.Set, id => new RemoveSet(null, id), cancellationToken),
            VoiceCommand.Undo => await Send(new Undo(), cancellationToken),
            VoiceCommand.Redo => await Send(new Redo(), cancellationToken),
            VoiceCommand.WriteNote c => await Noted(c, cancellationToken),
            VoiceCommand.CompleteWorkout => await Send(new CompleteWorkout(null), cancellationToken),
            VoiceCommand.DiscardWorkout => await Send(new DiscardWorkout(), cancellationToken),
            VoiceCommand.LogBodyWeight c => await Send(new LogBodyWeight(null, c.Load, null, null), cancellationToken),
            VoiceCommand.SaveTemplate c => await Send(new SaveTemplate(null, null, c.Name, null), cancellationToken),
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
        null, setId, c.WithExerciseId, Patch.Said(c.Load), Patch.Said<Reps?>(c.Reps is { } reps ? new Reps(reps) : null),
        Patch.Said<Rpe?>(c.Rpe is { } rpe ? new Rpe(rpe) : null), c.Kind, Patch.Said(c.Side),
        Patch.Said<SetDuration?>(c.DurationSeconds is { } seconds ? new SetDuration(seconds) : null), Patch.Said(c.Distance), Patch.Said(c.Note));

    private async Task<Error?> Send<T>(ICommand<T> command, CancellationToken cancellationToken) =>
        (await mediator.Send(command, cancellationToken)).Error;

    private static Guid? TemplateOf(VoiceCommand.StartWorkout start) =>
        start.TemplateId is { } id ? Guid.TryParse(id, out var parsed) ? parsed : Guid.Empty : null;

    // As it was before the sentence, but for the focus; what the sentence itself brought in, as it is now.
    private async Task<WorkoutExercise?> Entry(string exerciseId, CancellationToken cancellationToken)
    {
        var now = await session.Current(cancellationToken);
        var before = _before is null ? null : WorkoutPlan.Standing(_before with { FocusEntryId = now?.FocusEntryId }, exerciseId);
        return before ?? (now is null ? null : WorkoutPlan.Standing(now, exerciseId));
    }

    private async Task<Error?> OnEntry(string exerciseId, Func<Guid, ICommand<WorkoutView>> command, CancellationToken cancellationToken) =>
        await Entry(exerciseId, cancellationToken) is { } entry ? await Send(command(entry.Id), cancellationToken)
        : new NothingThere("That exercise isn't in this workout.");

    private async Task<Error?> OnSet(string exerciseId, int number, Func<Guid, ICommand<WorkoutView>> command, CancellationToken cancellationToken) =>
        await Entry(exerciseId, cancellationToken) is { } entry && number >= 1 && number <= entry.Sets.Count
            ? await Send(command(entry.Sets[number - 1].Id), cancellationToken)
            : new NothingThere("There is no such set in this workout.");

    private async Task<Error?> Noted(VoiceCommand.WriteNote note, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        var focus = workout is null ? null : WorkoutPlan.InFocus(workout);
        return (note.On, focus) switch
        {
            (NoteTarget.Exercise, { } entry) => await Send(new DescribeExercise(entry.Id, default, Appended(entry.Note, note.Text)), cancellationToken),
            (NoteTarget.Set, { Sets: [.., var last] }) => await Send(Annotated(last, note.Text), cancellationToken),
            (NoteTarget.Workout, _) or (NoteTarget.Exercise, _) => await Send(new DescribeWorkout(default, Appended(workout?.Note, note.Text)), cancellationToken),
            _ => new NothingThere("There is no set to note that on."),
        };
    }

    // A second note never costs the first.
    private static string Appended(string? before, string text) => string.IsNullOrEmpty(before) ? text : $"{before}\n{text}";

    private static CorrectSet Annotated(WorkoutSet set, string text) =>
        new(null, set.Id, null, default, default, default, null, default, default, default, Appended(set.Values.Note, text));
}

using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Exercises;

/// <summary>
/// Takes the merge of an exercise back: it is offered again, and what was logged with it before is its own again. What was logged since stays
/// with the one it had been merged into, but for sets added to exercises of workouts that were its own.
/// </summary>
public sealed record UndoMerge(string ExerciseId) : ICommand<ExerciseView>
{
    IReadOnlyCollection<string> ICommand<ExerciseView>.Documents => [ProjectionKeys.CurrentWorkout, ProjectionKeys.ExercisePreferences];
}

internal sealed class UndoMergeValidator : AbstractValidator<UndoMerge>
{
    public UndoMergeValidator() => RuleFor(command => command.ExerciseId).NotNull().WithMessage(ExerciseRules.Which);
}

internal sealed class UndoMergeHandler(IExerciseStore own, ExerciseCatalog catalog, EventRecorder recorder, CommandScope scope)
    : IRequestHandler<UndoMerge, Result<ExerciseView>>
{
    public async Task<Result<ExerciseView>> Handle(UndoMerge command, CancellationToken cancellationToken)
    {
        if (await own.Find(scope.AccountId, command.ExerciseId, cancellationToken) is not { } exercise)
        {
            return new NotFoundError("exercise of one's own");
        }

        if (await own.MergedInto(scope.AccountId, exercise.Id, cancellationToken) is not { } into)
        {
            return new NothingToUndo("undo: this exercise is not merged into another");
        }

        await recorder.Record(new ExerciseEvent.ExerciseMergeUndone(exercise.Id, into), cancellationToken);
        return ExerciseView.Of(exercise, (await catalog.Preferences(cancellationToken)).Of(exercise.Id));
    }
}

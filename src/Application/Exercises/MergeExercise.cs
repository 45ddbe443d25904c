using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>
/// Makes an exercise of one's own one with another, of the library or one's own: history, records and statistics of both become one, and
/// whoever still names the first means the other. <see cref="UndoMerge"/> takes it back.
/// </summary>
public sealed record MergeExercise(string ExerciseId, string IntoId) : ICommand<ExerciseView>
{
    IReadOnlyCollection<string> ICommand<ExerciseView>.Documents => [ProjectionKeys.CurrentWorkout, ProjectionKeys.ExercisePreferences];
}

internal sealed class MergeExerciseValidator : AbstractValidator<MergeExercise>
{
    public MergeExerciseValidator()
    {
        RuleFor(command => command.ExerciseId).NotNull().WithMessage(ExerciseRules.Which);
        RuleFor(command => command.IntoId).NotNull().WithMessage("Say which exercise it is.").ExerciseId();
        RuleFor(command => command.IntoId).NotEqual(command => command.ExerciseId).WithMessage("An exercise can't be merged into itself.");
    }
}

internal sealed class MergeExerciseHandler(IExerciseStore own, ExerciseCatalog catalog, EventRecorder recorder, CommandScope scope)
    : IRequestHandler<MergeExercise, Result<ExerciseView>>
{
    public async Task<Result<ExerciseView>> Handle(MergeExercise command, CancellationToken cancellationToken)
    {
        if (await own.Find(scope.AccountId, command.ExerciseId, cancellationToken) is not { } from
            || await own.MergedInto(scope.AccountId, command.ExerciseId, cancellationToken) is not null)
        {
            return new NotFoundError("exercise of one's own");
        }

        var into = await catalog.Find(command.IntoId, cancellationToken);
        if (!into.IsOk)
        {
            return into.Error;
        }

        if (into.Value.Id == from.Id || into.Value.Measure != from.Measure)
        {
            return into.Value.Id == from.Id ? ValidationError.Of("intoId", "That exercise is merged into this one.") : new MeasuresDiffer();
        }

        await recorder.Record(
            new ExerciseEvent.ExerciseMerged(from.Id, into.Value.Id, into.Value.Name, into.Value.Measure), cancellationToken);
        return ExerciseView.Of(into.Value, (await catalog.Preferences(cancellationToken)).Of(into.Value.Id));
    }
}

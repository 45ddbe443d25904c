using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Exercises;

/// <summary>Takes an exercise of one's own out of the lists; what was logged with it stays.</summary>
public sealed record ArchiveExercise(string ExerciseId) : ICommand<Exercise>;

internal sealed class ArchiveExerciseValidator : AbstractValidator<ArchiveExercise>
{
    public ArchiveExerciseValidator() => RuleFor(command => command.ExerciseId).NotNull().WithMessage(ExerciseRules.Which);
}

internal sealed class ArchiveExerciseHandler(
    IExerciseStore own, IProjections projections, IEventStore events, ExerciseProjector projector, CommandScope scope, TimeProvider clock)
    : IRequestHandler<ArchiveExercise, Result<Exercise>>
{
    public async Task<Result<Exercise>> Handle(ArchiveExercise command, CancellationToken cancellationToken)
    {
        if (await own.Find(scope.AccountId, command.ExerciseId, cancellationToken) is null)
        {
            return new NotFoundError("exercise of one's own");
        }

        var workout = await projections.Load<Workout>(scope.AccountId, ProjectionKeys.CurrentWorkout, cancellationToken);
        if (workout is { Status: WorkoutStatus.Active } && workout.Exercises.Any(entry => entry.ExerciseId == command.ExerciseId))
        {
            return new ExerciseInUse();
        }

        var archived = new ExerciseEvent.ExerciseArchived(command.ExerciseId);
        return await projector.Apply(events.Append([archived], scope.At ?? clock.GetUtcNow())[0], cancellationToken);
    }
}

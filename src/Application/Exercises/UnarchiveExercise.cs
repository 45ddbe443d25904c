using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>Offers an archived exercise of one's own again.</summary>
public sealed record UnarchiveExercise(string ExerciseId) : ICommand<ExerciseView>;

internal sealed class UnarchiveExerciseValidator : AbstractValidator<UnarchiveExercise>
{
    public UnarchiveExerciseValidator() => RuleFor(command => command.ExerciseId).NotNull().WithMessage(ExerciseRules.Which);
}

internal sealed class UnarchiveExerciseHandler(
    IExerciseStore own, ExerciseCatalog catalog, IEventStore events, ExerciseProjector projector, CommandScope scope, TimeProvider clock)
    : IRequestHandler<UnarchiveExercise, Result<ExerciseView>>
{
    public async Task<Result<ExerciseView>> Handle(UnarchiveExercise command, CancellationToken cancellationToken)
    {
        if ((await own.Archived(scope.AccountId, cancellationToken)).All(exercise => exercise.Id != command.ExerciseId))
        {
            return new NotFoundError("archived exercise");
        }

        if ((await own.Own(scope.AccountId, cancellationToken)).Count >= Exercise.MostOwn)
        {
            return new TooManyExercises();
        }

        var back = new ExerciseEvent.ExerciseUnarchived(command.ExerciseId);
        var exercise = await projector.Apply(events.Append([back], scope.At ?? clock.GetUtcNow())[0], cancellationToken);
        return ExerciseView.Of(exercise, (await catalog.Preferences(cancellationToken)).Of(exercise.Id));
    }
}

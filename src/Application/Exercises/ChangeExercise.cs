using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>Changes an exercise of one's own; what is left out stays. The library is everybody's and can't be changed.</summary>
public sealed record ChangeExercise(
    string ExerciseId,
    string? Name,
    IReadOnlyList<string>? Aliases,
    string? Equipment,
    string? PrimaryMuscle,
    IReadOnlyList<string>? SecondaryMuscles) : ICommand<Exercise>;

internal sealed class ChangeExerciseValidator : AbstractValidator<ChangeExercise>
{
    public ChangeExerciseValidator()
    {
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.Equipment).Name();
        RuleFor(command => command.PrimaryMuscle).Name();
    }
}

internal sealed class ChangeExerciseHandler(IExerciseStore own, IEventStore events, ExerciseProjector projector, CommandScope scope, TimeProvider clock)
    : IRequestHandler<ChangeExercise, Result<Exercise>>
{
    public async Task<Result<Exercise>> Handle(ChangeExercise command, CancellationToken cancellationToken)
    {
        if (await own.Find(scope.AccountId, command.ExerciseId, cancellationToken) is null)
        {
            return new NotFoundError("exercise of one's own");
        }

        var changed = new ExerciseEvent.ExerciseChanged(
            command.ExerciseId, command.Name, command.Aliases, command.Equipment, command.PrimaryMuscle, command.SecondaryMuscles);
        return await projector.Apply(events.Append([changed], scope.At ?? clock.GetUtcNow())[0], cancellationToken);
    }
}

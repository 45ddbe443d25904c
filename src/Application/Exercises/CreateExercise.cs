using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>Makes an exercise of one's own.</summary>
public sealed record CreateExercise(
    Guid? Id,
    string Name,
    IReadOnlyList<string>? Aliases,
    string? Equipment,
    string? PrimaryMuscle,
    IReadOnlyList<string>? SecondaryMuscles,
    Measure? Measure) : ICommand<ExerciseView>;

internal sealed class CreateExerciseValidator : AbstractValidator<CreateExercise>
{
    public CreateExerciseValidator()
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.Name).NotNull().Name();
        RuleFor(command => command.Equipment).Name();
        RuleFor(command => command.PrimaryMuscle).Name();
        RuleFor(command => command.Aliases).Must(ExerciseRules.AreNames).WithMessage(ExerciseRules.Aliases);
        RuleFor(command => command.SecondaryMuscles).Must(ExerciseRules.AreNames).WithMessage(ExerciseRules.Muscles);
    }
}

internal sealed class CreateExerciseHandler(IExerciseStore own, IEventStore events, ExerciseProjector projector, CommandScope scope, TimeProvider clock)
    : IRequestHandler<CreateExercise, Result<ExerciseView>>
{
    public async Task<Result<ExerciseView>> Handle(CreateExercise command, CancellationToken cancellationToken)
    {
        var id = (command.Id ?? Guid.CreateVersion7()).ToString();
        if (await own.Find(scope.AccountId, id, cancellationToken) is not null)
        {
            return new ExerciseIdTaken();
        }

        var created = new ExerciseEvent.ExerciseCreated(
            id, command.Name, command.Aliases ?? [], command.Equipment ?? "other", command.PrimaryMuscle ?? "other",
            command.SecondaryMuscles ?? [], command.Measure ?? Domain.Exercises.Measure.LoadReps);
        var exercise = await projector.Apply(events.Append([created], scope.At ?? clock.GetUtcNow())[0], cancellationToken);
        return ExerciseView.Of(exercise, ExercisePreferences.None);
    }
}

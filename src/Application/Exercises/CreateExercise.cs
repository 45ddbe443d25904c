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
    Measure? Measure) : ICommand<Exercise>;

internal sealed class CreateExerciseValidator : AbstractValidator<CreateExercise>
{
    public CreateExerciseValidator()
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.Name).NotNull().Name();
        RuleFor(command => command.Equipment).Name();
        RuleFor(command => command.PrimaryMuscle).Name();
        RuleFor(command => command.Aliases).Must(AreNames).WithMessage("At most 20 aliases of 1 to 100 characters.");
        RuleFor(command => command.SecondaryMuscles).Must(AreNames).WithMessage("At most 20 muscles of 1 to 100 characters.");
    }

    private static bool AreNames(IReadOnlyList<string>? names) =>
        names is null || (names.Count <= 20 && names.All(name => !string.IsNullOrWhiteSpace(name) && name.Length <= Rules.NameLength));
}

internal sealed class CreateExerciseHandler(IExerciseStore own, IEventStore events, ExerciseProjector projector, CommandScope scope, TimeProvider clock)
    : IRequestHandler<CreateExercise, Result<Exercise>>
{
    public async Task<Result<Exercise>> Handle(CreateExercise command, CancellationToken cancellationToken)
    {
        var id = (command.Id ?? Guid.CreateVersion7()).ToString();
        if (await own.Find(scope.AccountId, id, cancellationToken) is not null)
        {
            return new ExerciseIdTaken();
        }

        var created = new ExerciseEvent.ExerciseCreated(
            id, command.Name, command.Aliases ?? [], command.Equipment ?? "other", command.PrimaryMuscle ?? "other",
            command.SecondaryMuscles ?? [], command.Measure ?? Domain.Exercises.Measure.LoadReps);
        return await projector.Apply(events.Append([created], scope.At ?? clock.GetUtcNow())[0], cancellationToken);
    }
}

using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>Makes an exercise of one's own. An account keeps at most 500 that are not archived.</summary>
/// <param name="PrimaryMuscle">A word of the library's, or other.</param>
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
        RuleFor(command => command.PrimaryMuscle).Must(ExerciseRules.IsMuscle).WithMessage(ExerciseRules.Muscle);
        RuleFor(command => command.Aliases).Must(ExerciseRules.AreNames).WithMessage(ExerciseRules.Aliases);
        RuleFor(command => command.SecondaryMuscles).Must(ExerciseRules.AreMuscles).WithMessage(ExerciseRules.SeveralMuscles);
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

        if ((await own.Own(scope.AccountId, cancellationToken)).Count >= Exercise.MostOwn)
        {
            return new TooManyExercises();
        }

        var created = new ExerciseEvent.ExerciseCreated(
            id, command.Name, command.Aliases ?? [], command.Equipment ?? "other", command.PrimaryMuscle ?? Muscles.Other,
            command.SecondaryMuscles ?? [], command.Measure ?? Domain.Exercises.Measure.LoadReps);
        var exercise = await projector.Apply(events.Append([created], scope.At ?? clock.GetUtcNow())[0], cancellationToken);
        return ExerciseView.Of(exercise, ExercisePreferences.None);
    }
}

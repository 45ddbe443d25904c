using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Exercises;

/// <summary>
/// Changes an exercise; what is left out stays. One's own can become anything. The library is everybody's: of it an account changes how it
/// does the exercise, that is equipment, measure, step, bar, rest and unit, and null makes each of these as usual again.
/// </summary>
/// <param name="Measure">Refused where sets that were logged would not fit.</param>
/// <param name="Step">The smallest increase, above 0.</param>
/// <param name="BarLoad">The empty bar, 0 or more.</param>
/// <param name="RestSeconds">0 to 3600 s.</param>
public sealed record ChangeExercise(
    string ExerciseId,
    string? Name,
    IReadOnlyList<string>? Aliases,
    Patch<string?> Equipment,
    string? PrimaryMuscle,
    IReadOnlyList<string>? SecondaryMuscles,
    Patch<Measure?> Measure,
    Patch<Load?> Step,
    Patch<Load?> BarLoad,
    Patch<int?> RestSeconds,
    Patch<WeightUnit?> Unit) : ICommand<ExerciseView>
{
    IReadOnlyCollection<string> ICommand<ExerciseView>.Documents => [ProjectionKeys.ExercisePreferences, ProjectionKeys.CurrentWorkout];
}

internal sealed class ChangeExerciseValidator : AbstractValidator<ChangeExercise>
{
    public ChangeExerciseValidator()
    {
        RuleFor(command => command.ExerciseId).NotNull().WithMessage(ExerciseRules.Which);
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.Aliases).Must(ExerciseRules.AreNames).WithMessage(ExerciseRules.Aliases);
        RuleFor(command => command.Equipment.Value).Name().OverridePropertyName("equipment");
        RuleFor(command => command.PrimaryMuscle).Must(ExerciseRules.IsMuscle).WithMessage(ExerciseRules.Muscle);
        RuleFor(command => command.SecondaryMuscles).Must(ExerciseRules.AreMuscles).WithMessage(ExerciseRules.SeveralMuscles);
        RuleFor(command => command.Step.Value).Must(step => step is null or { Value: > 0 and <= 100 }).WithMessage("A step is above 0 and at most 100.")
            .OverridePropertyName("step");
        RuleFor(command => command.BarLoad.Value).Must(bar => bar is null or { Value: >= 0 }).WithMessage("A bar weighs 0 or more.")
            .OverridePropertyName("barLoad");
        RuleFor(command => command.RestSeconds.Value).InclusiveBetween(0, 3600).WithMessage("Rest is a whole number of seconds from 0 to 3600.")
            .OverridePropertyName("restSeconds");
    }
}

internal sealed class ChangeExerciseHandler(
    IExerciseStore own, ExerciseCatalog catalog, LoggedMeasures logged, ExerciseRecorder recorder, CommandScope scope)
    : IRequestHandler<ChangeExercise, Result<ExerciseView>>
{
    public async Task<Result<ExerciseView>> Handle(ChangeExercise command, CancellationToken cancellationToken)
    {
        var shared = ExerciseLibrary.Find(command.ExerciseId);
        if ((shared ?? await own.Find(scope.AccountId, command.ExerciseId, cancellationToken)) is not { } exercise)
        {
            return new NotFoundError("exercise");
        }

        var before = (await catalog.Preferences(cancellationToken)).Of(exercise.Id);
        var (mine, preferences) = shared is null ? (ChangeOf(command), Own(before, command)) : (null, Shared(before, command));
        if (shared is not null && Everybodys(command) is { } member)
        {
            return ValidationError.Of(member, "The library is everybody's: only equipment, measure, step, bar, rest and unit are yours to change.");
        }

        var measure = shared is null ? command.Measure.Value ?? exercise.Measure : preferences.Applied(exercise).Measure;
        if (measure != before.Applied(exercise).Measure && await logged.Refusal(exercise.Id, measure, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await recorder.Record(exercise, mine, before == preferences ? null : preferences, before, cancellationToken);
    }

    private static string? Everybodys(ChangeExercise command) => command switch
    {
        { Name: not null } => "name",
        { Aliases: not null } => "aliases",
        { PrimaryMuscle: not null } => "primaryMuscle",
        { SecondaryMuscles: not null } => "secondaryMuscles",
        _ => null,
    };

    private static ExerciseEvent.ExerciseChanged? ChangeOf(ChangeExercise command)
    {
        var changed = new ExerciseEvent.ExerciseChanged(
            command.ExerciseId, command.Name, command.Aliases, command.Equipment.Value, command.PrimaryMuscle, command.SecondaryMuscles,
            command.Measure.Value);
        return changed == new ExerciseEvent.ExerciseChanged(command.ExerciseId, null, null, null, null, null) ? null : changed;
    }

    private static ExercisePreferences Own(ExercisePreferences before, ChangeExercise command) => before with
    {
        Step = command.Step.Over(before.Step),
        BarLoad = command.BarLoad.Over(before.BarLoad),
        RestSeconds = command.RestSeconds.Over(before.RestSeconds),
        Unit = command.Unit.Over(before.Unit),
    };

    private static ExercisePreferences Shared(ExercisePreferences before, ChangeExercise command) => Own(before, command) with
    {
        Equipment = command.Equipment.Over(before.Equipment),
        Measure = command.Measure.Over(before.Measure),
    };
}

using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Binds exercises into a superset: entries of the workout, and exercises by name, which are added where they aren't there yet.</summary>
/// <param name="Id">A UUID of the client's own for the superset; that of one that is there adds to it.</param>
/// <param name="WorkoutId">A past workout; left out, the running one.</param>
public sealed record MakeSuperset(
    Guid? Id, IReadOnlyList<Guid>? EntryIds = null, IReadOnlyList<string>? ExerciseIds = null, Guid? WorkoutId = null) : IWorkoutCommand<WorkoutView>;

internal sealed class MakeSupersetValidator : AbstractValidator<MakeSuperset>
{
    public MakeSupersetValidator()
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.EntryIds).Must(ids => ids is null || ids.Count <= WorkoutDecider.MostExercises).WithMessage("At most 50 entries.");
        RuleFor(command => command.ExerciseIds).Must(ids => ids is null || (ids.Count <= WorkoutDecider.MostExercises && !ids.Contains(null!)))
            .WithMessage("At most 50 exercises, none of them null.");
        RuleForEach(command => command.ExerciseIds).ExerciseId();
    }
}

internal sealed class MakeSupersetHandler(WorkoutSession session, ExerciseCatalog catalog) : IRequestHandler<MakeSuperset, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(MakeSuperset command, CancellationToken cancellationToken)
    {
        var workout = await session.Find(command.WorkoutId, cancellationToken);
        if (!workout.IsOk)
        {
            return workout.Error;
        }

        var named = (command.ExerciseIds ?? []).ToLookup(id => workout.Value.Exercises.LastOrDefault(entry => entry.ExerciseId == id)?.Id);
        var added = await catalog.FindAll([.. named[null].Distinct()], cancellationToken);
        if (!added.IsOk)
        {
            return added.Error;
        }

        var there = (command.EntryIds ?? []).Concat(named.Where(group => group.Key is not null).Select(group => group.Key!.Value));
        var decision = WorkoutDecider.MakeSuperset(
            workout.Value, command.Id ?? Guid.CreateVersion7(), [.. there.Distinct()],
            [.. added.Value.Select(exercise => new PlannedEntry(Guid.CreateVersion7(), exercise, null, null, null))]);
        return session.View(await session.Record(workout.Value, decision, cancellationToken));
    }
}

using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Notes something on an exercise, puts it into a superset or out of it, skips it or takes it up again. What is left out stays.</summary>
/// <param name="Skipped">Passed over today: it stays with its sets, and the next set on it takes it up again.</param>
/// <param name="WorkoutId">A past workout; left out, the running one.</param>
public sealed record DescribeExercise(
    Guid EntryId, Patch<Guid?> SupersetId, Patch<string?> Note, bool? Skipped = null, Guid? WorkoutId = null)
    : IWorkoutCommand<WorkoutView>;

internal sealed class DescribeExerciseValidator : AbstractValidator<DescribeExercise>
{
    public DescribeExerciseValidator()
    {
        RuleFor(command => command.Note.Value).Note().OverridePropertyName("note");
        RuleFor(command => command.SupersetId.Value).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.")
            .OverridePropertyName("supersetId");
    }
}

internal sealed class DescribeExerciseHandler(WorkoutSession session) : IRequestHandler<DescribeExercise, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(DescribeExercise command, CancellationToken cancellationToken)
    {
        var workout = await session.Find(command.WorkoutId, cancellationToken);
        if (!workout.IsOk)
        {
            return workout.Error;
        }

        var decision = WorkoutDecider.DescribeExercise(
            workout.Value, command.EntryId, command.SupersetId.Over, command.Note.Over, command.Skipped);
        return session.View(await session.Record(workout.Value, decision, cancellationToken));
    }
}

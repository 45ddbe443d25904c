using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Notes something on an exercise of the running workout, or puts it into a superset.</summary>
public sealed record DescribeExercise(Guid EntryId, Guid? SupersetId, string? Note) : IWorkoutCommand<WorkoutView>;

internal sealed class DescribeExerciseValidator : AbstractValidator<DescribeExercise>
{
    public DescribeExerciseValidator() => RuleFor(command => command.Note).Note();
}

internal sealed class DescribeExerciseHandler(WorkoutSession session) : IRequestHandler<DescribeExercise, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(DescribeExercise command, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.DescribeExercise(workout, command.EntryId, command.SupersetId, command.Note), cancellationToken));
    }
}

using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Renames the running workout, or notes something on it. What is left out stays.</summary>
public sealed record DescribeWorkout(string? Name, string? Note) : IWorkoutCommand<WorkoutView>;

internal sealed class DescribeWorkoutValidator : AbstractValidator<DescribeWorkout>
{
    public DescribeWorkoutValidator()
    {
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.Note).Note();
    }
}

internal sealed class DescribeWorkoutHandler(WorkoutSession session) : IRequestHandler<DescribeWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(DescribeWorkout command, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.Describe(workout, command.Name, command.Note), cancellationToken));
    }
}

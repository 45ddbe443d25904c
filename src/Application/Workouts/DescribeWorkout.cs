using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Renames the running workout, or notes something on it. What is left out stays, null takes it away.</summary>
public sealed record DescribeWorkout(Patch<string?> Name, Patch<string?> Note) : IWorkoutCommand<WorkoutView>;

internal sealed class DescribeWorkoutValidator : AbstractValidator<DescribeWorkout>
{
    public DescribeWorkoutValidator()
    {
        RuleFor(command => command.Name.Value).Name().OverridePropertyName("name");
        RuleFor(command => command.Note.Value).Note().OverridePropertyName("note");
    }
}

internal sealed class DescribeWorkoutHandler(WorkoutSession session) : IRequestHandler<DescribeWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(DescribeWorkout command, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        return session.View(await session.Record(workout, WorkoutDecider.Describe(workout, command.Name.Over, command.Note.Over), cancellationToken));
    }
}

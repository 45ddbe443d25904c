using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Templates;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

/// <summary>Starts a workout, empty or with what a template plans.</summary>
/// <param name="Id">A UUID of the client's own, so that it can go on offline.</param>
/// <param name="Name">Left out: the template's.</param>
/// <param name="EntryIds">UUIDs of the client's own for the template's exercises, in order; where they end the server makes them.</param>
public sealed record StartWorkout(Guid? Id, string? Name, Guid? TemplateId, DateTimeOffset? StartedAt, IReadOnlyList<Guid>? EntryIds = null)
    : IWorkoutCommand<WorkoutView>
{
    IReadOnlyCollection<string> ICommand<WorkoutView>.Documents =>
    [
        ProjectionKeys.CurrentWorkout,
        .. Id is { } id ? new[] { ProjectionKeys.DeletedWorkout(id) } : [],
        .. TemplateId is null ? Array.Empty<string>() : [ProjectionKeys.Templates, ProjectionKeys.ExercisePreferences],
    ];
}

internal sealed class StartWorkoutValidator : AbstractValidator<StartWorkout>
{
    public StartWorkoutValidator(TimeProvider clock)
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.StartedAt).Moment(clock);
        RuleFor(command => command.EntryIds)
            .Must(ids => ids is null || (ids.Count <= WorkoutDecider.MostExercises && !ids.Contains(Guid.Empty) && ids.Distinct().Count() == ids.Count))
            .WithMessage("At most 50 UUIDs, each once.");
    }
}

internal sealed class StartWorkoutHandler(WorkoutSession session, TemplateCatalog templates, TemplatePlanner planner)
    : IRequestHandler<StartWorkout, Result<WorkoutView>>
{
    public async Task<Result<WorkoutView>> Handle(StartWorkout command, CancellationToken cancellationToken)
    {
        var id = command.Id ?? Guid.CreateVersion7();
        var latest = await session.Latest(cancellationToken);
        // That of a deleted workout, too: it could not come back.
        if (command.Id is not null && await session.Known(id, cancellationToken) is not null)
        {
            return new IdTaken("workout");
        }

        var decision = command.TemplateId is { } templateId
            ? await FromTemplate(command, latest, id, templateId, cancellationToken)
            : WorkoutDecider.Start(latest, id, command.Name, command.StartedAt ?? session.At);
        return session.View(await session.Record(null, decision, cancellationToken));
    }

    private async Task<Result<IReadOnlyList<WorkoutEvent>>> FromTemplate(
        StartWorkout command, Workout? latest, Guid id, Guid templateId, CancellationToken cancellationToken)
    {
        var template = await templates.Find(templateId, cancellationToken);
        if (!template.IsOk || templates.Conflict(template.Value) is not null)
        {
            return template.Error ?? new VersionConflict();
        }

        var plan = await planner.Plan(template.Value, command.EntryIds ?? [], cancellationToken);
        return plan.IsOk
            ? WorkoutDecider.StartPlanned(latest, id, command.Name ?? template.Value.Name, templateId, plan.Value, command.StartedAt ?? session.At)
            : plan.Error;
    }
}

using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Templates;

/// <summary>Makes a template of a workout: the running one where no other is named.</summary>
/// <param name="WorkoutId">A running or past workout.</param>
/// <param name="Id">A UUID of the client's own for the template.</param>
/// <param name="Name">Left out: the workout's, or "Workout" where it has none.</param>
public sealed record SaveTemplate(Guid? WorkoutId, Guid? Id, string? Name, string? Note) : ICommand<Template>
{
    IReadOnlyCollection<string> ICommand<Template>.Documents => [ProjectionKeys.CurrentWorkout, ProjectionKeys.Templates];
}

internal sealed class SaveTemplateValidator : AbstractValidator<SaveTemplate>
{
    public SaveTemplateValidator()
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.Note).Note();
    }
}

internal sealed class SaveTemplateHandler(TemplateCatalog templates, WorkoutSession session) : IRequestHandler<SaveTemplate, Result<Template>>
{
    public async Task<Result<Template>> Handle(SaveTemplate command, CancellationToken cancellationToken)
    {
        var workout = await session.Find(command.WorkoutId, cancellationToken);
        if (!workout.IsOk)
        {
            return workout.Error;
        }

        var all = await templates.All(cancellationToken);
        var origin = all.FirstOrDefault(template => template.Id == workout.Value.TemplateId);
        var decision = TemplateDecider.Create(
            all, command.Id ?? Guid.CreateVersion7(), command.Name ?? workout.Value.Name ?? "Workout", command.Note,
            TemplateDraft.Of(workout.Value, origin));
        var after = await templates.Record(decision, cancellationToken);
        return after.IsOk ? after.Value[^1] : after.Error;
    }
}

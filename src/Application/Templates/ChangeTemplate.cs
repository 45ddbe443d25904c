using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Templates;

/// <summary>Makes a template something else, as a whole: what is left out is gone. Workouts started from it stay as they are.</summary>
public sealed record ChangeTemplate(Guid TemplateId, string Name, string? Note, IReadOnlyList<TemplateExercise>? Exercises) : ICommand<Template>
{
    IReadOnlyCollection<string> ICommand<Template>.Documents => TemplateCatalog.Documents;
}

internal sealed class ChangeTemplateValidator : AbstractValidator<ChangeTemplate>
{
    public ChangeTemplateValidator()
    {
        RuleFor(command => command.Name).NotNull().WithMessage("A template has a name.").Name();
        RuleFor(command => command.Note).Note();
        this.Exercises(command => command.Exercises);
    }
}

internal sealed class ChangeTemplateHandler(TemplateCatalog templates, ExerciseCatalog catalog) : IRequestHandler<ChangeTemplate, Result<Template>>
{
    public async Task<Result<Template>> Handle(ChangeTemplate command, CancellationToken cancellationToken)
    {
        var template = await templates.Find(command.TemplateId, cancellationToken);
        if (!template.IsOk || templates.Conflict(template.Value) is not null)
        {
            return template.Error ?? new VersionConflict();
        }

        var exercises = command.Exercises ?? [];
        var known = await catalog.FindAll([.. exercises.Select(exercise => exercise.ExerciseId)], cancellationToken);
        if (!known.IsOk)
        {
            return known.Error;
        }

        var decision = TemplateDecider.Change(
            await templates.All(cancellationToken), command.TemplateId, command.Name, command.Note, exercises);
        var after = await templates.Record(decision, cancellationToken);
        return after.IsOk ? after.Value.First(changed => changed.Id == command.TemplateId) : after.Error;
    }
}

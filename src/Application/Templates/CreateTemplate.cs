using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Templates;

/// <summary>Makes a template, last in order.</summary>
/// <param name="Id">A UUID of the client's own; that of a deleted template brings it back.</param>
public sealed record CreateTemplate(Guid? Id, string Name, string? Note, IReadOnlyList<TemplateExercise>? Exercises) : ICommand<Template>
{
    IReadOnlyCollection<string> ICommand<Template>.Documents => TemplateCatalog.Documents;
}

internal sealed class CreateTemplateValidator : AbstractValidator<CreateTemplate>
{
    public CreateTemplateValidator()
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.Name).NotNull().WithMessage("A template has a name.").Name();
        RuleFor(command => command.Note).Note();
        this.Exercises(command => command.Exercises);
    }
}

internal sealed class CreateTemplateHandler(TemplateCatalog templates, ExerciseCatalog catalog) : IRequestHandler<CreateTemplate, Result<Template>>
{
    public async Task<Result<Template>> Handle(CreateTemplate command, CancellationToken cancellationToken)
    {
        var exercises = command.Exercises ?? [];
        var known = await catalog.FindAll([.. exercises.Select(exercise => exercise.ExerciseId)], cancellationToken);
        if (!known.IsOk)
        {
            return known.Error;
        }

        var decision = TemplateDecider.Create(
            await templates.All(cancellationToken), command.Id ?? Guid.CreateVersion7(), command.Name, command.Note, exercises);
        var after = await templates.Record(decision, cancellationToken);
        return after.IsOk ? after.Value[^1] : after.Error;
    }
}

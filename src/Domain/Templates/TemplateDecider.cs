using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;
using Decision = TitanTrakr.Domain.Shared.Result<System.Collections.Generic.IReadOnlyList<TitanTrakr.Domain.Templates.TemplateEvent>>;

namespace TitanTrakr.Domain.Templates;

/// <summary>Decides on an account's templates: (state, what is asked) → events or a refusal. Pure.</summary>
public static class TemplateDecider
{
    /// <summary>Makes a template. The id of one that was deleted may come back: that is how a deletion is taken back.</summary>
    public static Decision Create(
        IReadOnlyList<Template> templates, Guid id, string name, string? note, IReadOnlyList<TemplateExercise> exercises) =>
        templates.Any(template => template.Id == id) ? new TemplateIdTaken()
        : templates.Count >= Template.Most ? new TooManyTemplates()
        : Events(new TemplateEvent.TemplateCreated(id, name, note, Tidy(exercises)));

    /// <summary>Makes a template something else, as a whole.</summary>
    public static Decision Change(
        IReadOnlyList<Template> templates, Guid id, string name, string? note, IReadOnlyList<TemplateExercise> exercises) =>
        templates.Any(template => template.Id == id)
            ? Events(new TemplateEvent.TemplateChanged(id, name, note, Tidy(exercises)))
            : new NotFoundError("template");

    /// <summary>Deletes a template.</summary>
    public static Decision Delete(IReadOnlyList<Template> templates, Guid id) =>
        templates.Any(template => template.Id == id) ? Events(new TemplateEvent.TemplateDeleted(id)) : new NotFoundError("template");

    /// <summary>Puts the templates into another order; it must name each of them once.</summary>
    public static Decision Reorder(IReadOnlyList<Template> templates, IReadOnlyList<Guid> order) =>
        order.Count == templates.Count && order.ToHashSet().SetEquals(templates.Select(template => template.Id))
            ? Events(new TemplateEvent.TemplatesReordered(order))
            : ValidationError.Of("order", "Name every template exactly once.");

    // A superset of one is none, and sets planned one by one say how many they are.
    private static IReadOnlyList<TemplateExercise> Tidy(IReadOnlyList<TemplateExercise> exercises)
    {
        var groups = exercises.GroupBy(exercise => exercise.SupersetId).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. exercises.Select(exercise => exercise with
        {
            SupersetId = groups.Contains(exercise.SupersetId) ? exercise.SupersetId : null,
            Target = Tidy(exercise.Target),
        })];
    }

    private static SetTarget? Tidy(SetTarget? target) => target switch
    {
        { PerSet: [] } => target with { PerSet = null },
        { PerSet: { } sets } => target with { Sets = sets.Count },
        _ => target,
    };

    private static Decision Events(TemplateEvent happened) => Decision.Of([happened]);
}
